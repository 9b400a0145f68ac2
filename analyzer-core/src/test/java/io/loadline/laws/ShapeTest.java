package io.loadline.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How the product's sources are cut: small files, in packages that say what they are for. */
final class ShapeTest {

    private static final int LONGEST_FILE = 400;
    private static final int LONGEST_MEDIAN = 85;
    private static final Pattern SPOKEN_FOR = Pattern.compile("(?s).*/\\*\\*.{20,}\\*/\\s*@NullMarked\\s+package .*");

    private final List<Path> files = Sources.ofTheProduct();

    @Test
    void everyModuleIsSeen() {
        assertThat(files).hasSizeGreaterThan(450);
        assertThat(files.stream().map(Path::toString).toList())
                .anyMatch(f -> f.contains("/rules/"))
                .anyMatch(f -> f.contains("/cli/"))
                .anyMatch(f -> f.contains("/testkit/"))
                .anyMatch(f -> f.contains("/maven-plugin/"));
    }

    @Test
    void noFileIsLongerThanAReaderCanHold() {
        assertThat(files).filteredOn(file -> lines(file) > LONGEST_FILE).isEmpty();
    }

    @Test
    void theMedianFileIsShort() {
        List<Long> sorted = files.stream()
                .filter(f -> !f.endsWith("package-info.java"))
                .map(ShapeTest::lines)
                .sorted()
                .toList();
        assertThat(sorted.get(sorted.size() / 2)).isLessThanOrEqualTo(LONGEST_MEDIAN);
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() {
        List<Path> packages = files.stream().map(Path::getParent).distinct().toList();
        assertThat(packages)
                .hasSizeGreaterThan(30)
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                        .exists()
                        .satisfies(info -> assertThat(Sources.text(info)).matches(SPOKEN_FOR)));
    }

    private static long lines(Path file) {
        return Sources.text(file).lines().count();
    }
}
