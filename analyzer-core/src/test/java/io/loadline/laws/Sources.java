package io.loadline.laws;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The product's own production sources, of every module that lies beside this one. */
final class Sources {

    private Sources() {}

    /** Every Java file below {@code src/main/java} of every module, sorted. */
    static List<Path> ofTheProduct() {
        try (Stream<Path> modules = Files.list(Path.of("").toAbsolutePath().getParent())) {
            return modules.sorted().flatMap(Sources::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every Java file below {@code src/main/java} of one module, sorted. */
    static Stream<Path> of(Path module) {
        Path root = module.resolve("src/main/java");
        if (!Files.isDirectory(root)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(f -> f.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CompilationUnit parsed(Path file) {
        ParserConfiguration java = new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_17);
        return new JavaParser(java).parse(text(file)).getResult().orElseThrow();
    }
}
