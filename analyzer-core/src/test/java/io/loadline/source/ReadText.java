package io.loadline.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.workspace.FileKind;
import io.loadline.workspace.FileRole;
import io.loadline.workspace.SourceFile;
import java.nio.charset.StandardCharsets;

/** Runs one reader over a text in a test. */
public final class ReadText {

    private ReadText() {}

    public static Reader.Result with(Reader reader, String path, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return reader.read(new SourceFile(path, FileKind.YAML, FileRole.MAIN, bytes.length, () -> bytes), bytes);
    }

    /** The input of a text that is read without complaint. */
    public static <T extends Input> T cleanly(Reader reader, String path, String text, Class<T> type) {
        Reader.Result result = with(reader, path, text);
        assertThat(result.problems()).isEmpty();
        assertThat(result.input()).isInstanceOf(type);
        return type.cast(result.input());
    }

    /** Place and message of the only problem. */
    public static String onlyProblem(Reader.Result result) {
        assertThat(result.problems()).hasSize(1);
        var problem = result.problems().get(0);
        return problem.at().line() + ":" + problem.at().column() + " " + problem.message();
    }
}
