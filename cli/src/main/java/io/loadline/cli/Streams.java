package io.loadline.cli;

import java.io.PrintStream;

/**
 * Where a run writes to.
 *
 * @param terminal whether a person watches at a terminal that shows colours
 */
record Streams(PrintStream out, PrintStream err, boolean terminal) {}
