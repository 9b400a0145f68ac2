package io.loadline.benchmarks;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a process and its own children used.
 *
 * @param cpu user and system time, in seconds
 * @param wall in seconds
 * @param peak largest resident set of the process, in MiB
 * @param output what it wrote to its standard output
 */
record Usage(double cpu, double wall, double peak, String output) {

    /** The middle value; of two middle values the mean. */
    static double median(List<Usage> runs, ToDoubleFunction<Usage> part) {
        double[] sorted = runs.stream().mapToDouble(part).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** A figure of the form {@code name=value} on a line of its own in the output. */
    double figure(String name) {
        return output.lines()
                .filter(line -> line.startsWith(name + "="))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no figure '" + name + "' in: " + output));
    }
}
