package io.loadline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares a whole report with the one that was last agreed on; {@code -Dupdate.golden=true} agrees on the new one. */
final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/io/loadline/report");

    private Golden() {}

    static void matches(String file, String actual) throws IOException {
        Path golden = FOLDER.resolve(file);
        if (Boolean.getBoolean("update.golden")) {
            Files.writeString(golden, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(golden));
    }

    static String text(Renderer renderer, Report report) throws IOException {
        StringBuilder out = new StringBuilder();
        renderer.render(report, out);
        return out.toString();
    }
}
