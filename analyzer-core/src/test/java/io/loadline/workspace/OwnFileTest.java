package io.loadline.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OwnFileTest {

    @TempDir
    Path folder;

    @Test
    void replacingLeavesTheNewTextAndNothingElse() throws IOException {
        OwnFile file = new OwnFile(folder.resolve("baseline.json"));
        file.replaceWith("old");
        file.replaceWith("new, ü");
        assertThat(file.text()).isEqualTo("new, ü");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file.path());
        }
    }

    @Test
    void missingFolderIsRefusedAndNotMade() {
        OwnFile file = new OwnFile(folder.resolve("missing/baseline.json"));
        assertThatThrownBy(() -> file.replaceWith("x"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no folder");
        assertThat(folder.resolve("missing")).doesNotExist();
    }

    @Test
    void missingFileAndOtherEncodingSayWhatIsWrong() throws IOException {
        assertThatThrownBy(() -> new OwnFile(folder.resolve("none")).text()).hasMessageContaining("does not exist");
        Path latin = Files.write(folder.resolve("latin"), new byte[] {'a', (byte) 0xE4, 'b'});
        assertThatThrownBy(() -> new OwnFile(latin).text()).hasMessageContaining("is not UTF-8 text");
    }

    @Test
    void nearestFileAboveIsFound() throws IOException {
        Path inner = Files.createDirectories(folder.resolve("a/b/c"));
        Path outermost = Files.writeString(folder.resolve("loadline.yml"), "");
        assertThat(OwnFile.above(inner, "loadline.yml")).contains(new OwnFile(outermost));
        Path nearer = Files.writeString(folder.resolve("a/loadline.yaml"), "");
        assertThat(OwnFile.above(inner, "loadline.yml", "loadline.yaml")).contains(new OwnFile(nearer));
        assertThat(OwnFile.above(inner, "loadline-that-nobody-has.yml")).isEmpty();
    }
}
