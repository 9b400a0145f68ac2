package io.loadline.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Runs one process at a time and reads what it used from Linux's {@code /proc}: the CPU time of ended children is exact to 10 ms, the peak
 * is the system's own high-water mark as last seen 10 ms or less before the end.
 */
final class Watched {

    private static final double TICKS_PER_SECOND = 100;

    private Watched() {}

    /**
     * Runs a command to its end.
     *
     * @param good exit codes that mean success
     * @throws IllegalStateException when it ends with another
     */
    static Usage run(List<String> command, Set<Integer> good) {
        try {
            Path output = Files.createTempFile("benchmark", ".out");
            double before = childrenCpu();
            long start = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .redirectOutput(output.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            double peak = 0;
            while (!process.waitFor(10, TimeUnit.MILLISECONDS)) {
                peak = Math.max(peak, peak(process.pid()));
            }
            double wall = (System.nanoTime() - start) / 1e9;
            String text = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            if (!good.contains(process.exitValue())) {
                throw new IllegalStateException("exit code " + process.exitValue() + " of " + command + "\n" + text);
            }
            return new Usage(childrenCpu() - before, wall, peak, text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    /** Fields 16 and 17 of the stat file, counted behind the command's name, which is in parentheses. */
    private static double childrenCpu() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS_PER_SECOND;
    }

    private static double peak(long process) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                    .findFirst()
                    .orElse(0);
        } catch (IOException ended) {
            return 0;
        }
    }
}
