package io.loadline.deploy;

import io.loadline.evidence.Location;

/** One word of a command, or a whole line of a shell where the command is one. */
public record Word(String text, Location at) {}
