package io.loadline.deploy;

import io.loadline.evidence.Location;

/** One label, annotation, selector term or configuration entry. */
public record Label(String key, String value, Location at) {}
