package io.loadline.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.workspace.FileKind;
import io.loadline.workspace.FileRole;
import io.loadline.workspace.SourceFile;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReadersTest {

    @Test
    void everyKindHasAReader() {
        for (FileKind kind : FileKind.values()) {
            byte[] bytes = {'a', 0, 1, 2};
            Reader.Result result = new Readers().read(new SourceFile("a", kind, FileRole.MAIN, 4, () -> bytes), bytes);
            assertThat(result.problems()).as(kind.name()).isNotEmpty();
        }
    }

    @Test
    void fileThatTheDiskRefusesIsAProblem() {
        SourceFile file = new SourceFile("a.yml", FileKind.YAML, FileRole.MAIN, 1, () -> {
            throw new IOException("the file cannot be read: permission denied");
        });
        Reader.Result result = new Readers().read(file);
        assertThat(result.input()).isNull();
        assertThat(ReadText.onlyProblem(result)).isEqualTo("1:1 the file cannot be read: permission denied");
    }

    @Test
    void noContentMakesAReaderThrow() {
        Random random = new Random(11);
        String[] parts = {
            "{{",
            "}}",
            "- ",
            ": ",
            "a",
            "\"",
            "'",
            "\n",
            "  ",
            "[",
            "]",
            "{",
            "}",
            "&a ",
            "*a",
            "|",
            ">",
            "<<: ",
            "#",
            "---\n",
            "<a>",
            "</a>",
            "<",
            "=",
            "\\",
            "<<EOF",
            "RUN ",
            "$",
            "${",
            "/*",
            "//",
            "!",
            "%",
            "\t",
            "\r\n",
            "é",
            "\u2028",
            "<!--",
            "{{ if .x }}",
            "{{ end }}",
            "{{- with .Values.a }}",
            "\uD83D\uDE00",
            "=='",
            "(",
            ")"
        };
        Readers readers = new Readers();
        int read = 0;
        for (int round = 0; round < 4_000; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(30);
            for (int i = 0; i < length; i++) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            byte[] bytes = text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
            for (FileKind kind : FileKind.values()) {
                if (kind != FileKind.JAVA) {
                    readers.read(
                            new SourceFile("x/templates/a", kind, FileRole.MAIN, bytes.length, () -> bytes), bytes);
                    read++;
                }
            }
        }
        assertThat(read).isEqualTo(4_000 * 7);
    }
}
