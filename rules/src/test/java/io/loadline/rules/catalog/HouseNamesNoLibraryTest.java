package io.loadline.rules.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.catalog.CatalogFile;
import io.loadline.catalog.Names;
import io.loadline.rules.StandardCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What libraries are called stands in the catalog; rules and the questions they ask know words only. */
final class HouseNamesNoLibraryTest {

    private static final List<Path> ROOMS = List.of(
            Path.of("src", "main", "java"),
            Path.of("..", "analyzer-core", "src", "main", "java", "io", "loadline", "flow"),
            Path.of("..", "analyzer-core", "src", "main", "java", "io", "loadline", "rule"));
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)+)\"");

    @Test
    void noTextInRulesAndQuestionsIsAKeyTypeOrArtifactOfALibrary() throws IOException {
        Set<String> names = new TreeSet<>();
        for (CatalogFile file : StandardCatalog.files()) {
            file.properties().forEach(property -> names.add(property.key()));
            file.artifacts().forEach(artifact -> names.add(artifact.replaceFirst(":[^:]*$", "")));
            Names.types(file).filter(type -> !type.startsWith("java.")).forEach(names::add);
        }
        names.removeIf(name -> name.indexOf('.') < 0);
        List<String> named = new ArrayList<>();
        long literals = 0;
        for (Path room : ROOMS) {
            try (Stream<Path> files = Files.walk(room)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    Matcher literal = LITERAL.matcher(Files.readString(file));
                    while (literal.find()) {
                        literals++;
                        names.stream()
                                .filter(literal.group(1)::contains)
                                .forEach(name -> named.add(file.getFileName() + ": " + name));
                    }
                }
            }
        }
        assertThat(named).isEmpty();
        assertThat(names).hasSizeGreaterThan(1_000);
        assertThat(literals).isGreaterThan(500);
    }
}
