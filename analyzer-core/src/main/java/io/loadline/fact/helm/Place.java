package io.loadline.fact.helm;

import io.loadline.evidence.Span;

/** Where a line or a value was written. */
record Place(String path, Span span) {}
