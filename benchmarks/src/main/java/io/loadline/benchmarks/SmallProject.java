package io.loadline.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The example system, copied side by side until it has a given number of Java files. */
final class SmallProject implements AutoCloseable {

    private final Path root;
    private int javaFiles;

    SmallProject(Path example, int atLeast) {
        try {
            root = Files.createTempDirectory("small-project");
            for (int copy = 1; javaFiles < atLeast; copy++) {
                copy(example, root.resolve("copy" + copy));
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    Path root() {
        return root;
    }

    int javaFiles() {
        return javaFiles;
    }

    private void copy(Path from, Path to) throws IOException {
        int before = javaFiles;
        for (Path file : below(from)) {
            if (Files.isRegularFile(file)) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
                javaFiles += file.toString().endsWith(".java") ? 1 : 0;
            }
        }
        if (javaFiles == before) {
            throw new IllegalStateException("no Java file in " + from);
        }
    }

    private static List<Path> below(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.sorted().toList();
        }
    }

    @Override
    public void close() {
        try {
            for (Path path :
                    below(root).stream().sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
