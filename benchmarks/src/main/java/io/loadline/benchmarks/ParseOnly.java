package io.loadline.benchmarks;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the tool is compared with: one parser parses every Java file below the given folders and drops each tree. */
final class ParseOnly {

    private ParseOnly() {}

    public static void main(String[] folders) throws IOException {
        List<Path> files = files(List.of(folders));
        JavaParser parser = new JavaParser(new ParserConfiguration().setLanguageLevel(LanguageLevel.BLEEDING_EDGE));
        long lines = 0;
        long failures = 0;
        for (Path file : files) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            lines += lines(text);
            failures += parses(parser, text) ? 0 : 1;
        }
        System.out.printf("files=%d%nlines=%d%nfailures=%d%n", files.size(), lines, failures);
    }

    /** Every Java file below the folders, sorted within each. */
    static List<Path> files(List<String> folders) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : folders) {
            try (Stream<Path> walk = Files.walk(Path.of(folder))) {
                walk.filter(p -> p.toString().endsWith(".java") && Files.isRegularFile(p))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }

    private static long lines(String text) {
        return text.chars().filter(c -> c == '\n').count();
    }

    /** Lines of all Java files below the folders. */
    static long lines(List<String> folders) throws IOException {
        long lines = 0;
        for (Path file : files(folders)) {
            lines += lines(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        }
        return lines;
    }

    private static boolean parses(JavaParser parser, String text) {
        try {
            return parser.parse(text).isSuccessful();
        } catch (RuntimeException | StackOverflowError failed) {
            return false;
        }
    }
}
