package io.loadline.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What to measure.
 *
 * @param launcher path of the command that is measured
 * @param example folder of the example system
 * @param libraries classpath of the parser alone, of the stages and of PMD
 * @param rounds how often each pair is run
 * @param jobs threads of the audit and of PMD
 * @param pmd whether to run PMD beside them
 * @param growth whether to audit growing parts of the corpus
 * @param folders the corpus
 */
record Settings(
        String launcher,
        String example,
        String libraries,
        int rounds,
        String jobs,
        boolean pmd,
        boolean growth,
        List<String> folders) {

    private static final String USE = "use: [--rounds N] [--jobs N] [--pmd] [--growth] FOLDER...";

    Settings {
        folders = folders.stream()
                .map(folder -> Path.of(folder).toAbsolutePath().normalize().toString())
                .toList();
        if (folders.isEmpty() || rounds < 1) {
            throw new IllegalArgumentException(USE);
        }
        for (String folder : folders) {
            if (!Files.isDirectory(Path.of(folder))) {
                throw new IllegalArgumentException("no folder " + folder + "; " + USE);
            }
        }
    }

    /** Reads the command line; the first argument is the root of the checkout. */
    static Settings of(List<String> arguments) {
        Deque<String> left = new ArrayDeque<>(arguments);
        Path root = Path.of(left.remove());
        int rounds = 3;
        String jobs = "2";
        boolean pmd = false;
        boolean growth = false;
        List<String> folders = new ArrayList<>();
        while (!left.isEmpty()) {
            String next = left.remove();
            switch (next) {
                case "--rounds" -> rounds = Integer.parseInt(left.remove());
                case "--jobs" -> jobs = left.remove();
                case "--pmd" -> pmd = true;
                case "--growth" -> growth = true;
                default -> folders.add(next);
            }
        }
        return new Settings(
                root.resolve("loadline").toString(),
                root.resolve("examples").toString(),
                root.resolve("benchmarks/target/lib") + "/*",
                rounds,
                jobs,
                pmd,
                growth,
                folders);
    }
}
