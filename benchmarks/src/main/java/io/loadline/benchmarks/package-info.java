/**
 * Measures whole runs of the tool against a bare parser on any folders of Java code. Knows how to start and watch processes; must not
 * know what a run finds.
 */
@NullMarked
package io.loadline.benchmarks;

import org.jspecify.annotations.NullMarked;
