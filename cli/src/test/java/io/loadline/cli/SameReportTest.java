package io.loadline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example system gives the same bytes however it is read: threads, order on the disk, order of arguments, language of the machine. */
final class SameReportTest {

    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final List<String> FORMATS = List.of("json", "sarif", "html");

    @TempDir
    Path temp;

    private List<String> reports(String run, String... args) throws IOException {
        List<String> all = new ArrayList<>(List.of("audit", "--quiet"));
        Collections.addAll(all, args);
        FORMATS.forEach(f -> Collections.addAll(all, "--report", f + "=" + temp.resolve(run + "." + f)));
        Ran ran = Ran.command(all.toArray(String[]::new));
        assertThat(ran.code()).as(ran.err()).isEqualTo(Main.FINE);
        List<String> written = new ArrayList<>();
        for (String format : FORMATS) {
            written.add(Files.readString(temp.resolve(run + "." + format)));
        }
        return written;
    }

    private Path copy(String name, int seed) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(EXAMPLES)) {
            files = new ArrayList<>(all.filter(Files::isRegularFile).sorted().toList());
        }
        assertThat(files).hasSizeGreaterThan(10);
        Collections.shuffle(files, new Random(seed));
        Path root = temp.resolve(name).resolve("examples");
        for (Path file : files) {
            Path to = root.resolve(EXAMPLES.relativize(file));
            Files.createDirectories(to.getParent());
            Files.copy(file, to);
        }
        return root;
    }

    @Test
    void threadsAndOrderOnTheDiskChangeNothing() throws IOException {
        List<String> one = reports("one", copy("first", 1).toString(), "--jobs", "1");
        List<String> two = reports("two", copy("second", 2).toString(), "--jobs", "2");
        assertThat(one.get(0)).contains("remote-call-in-loop");
        assertThat(two).isEqualTo(one);
    }

    @Test
    void orderOfArgumentsChangesNothing() throws IOException {
        String orders = EXAMPLES.resolve("orders").toString();
        String payments = EXAMPLES.resolve("payments").toString();
        assertThat(reports("ab", orders, payments, "--jobs", "1"))
                .isEqualTo(reports("ba", "--jobs", "2", payments, orders));
    }

    @Test
    void languageOfTheMachineChangesNothing() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            List<String> arabic = reports("arabic", EXAMPLES.toString());
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(arabic).isEqualTo(reports("turkish", EXAMPLES.toString()));
            Locale.setDefault(Locale.ROOT);
            assertThat(arabic).isEqualTo(reports("root", EXAMPLES.toString()));
        } finally {
            Locale.setDefault(before);
        }
    }
}
