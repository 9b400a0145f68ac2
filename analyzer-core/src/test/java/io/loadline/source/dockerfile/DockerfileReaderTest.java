package io.loadline.source.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.evidence.Span;
import io.loadline.source.Input;
import io.loadline.source.ReadText;
import java.util.List;
import org.junit.jupiter.api.Test;

class DockerfileReaderTest {

    private static List<Input.Instruction> read(String text) {
        return ReadText.cleanly(new DockerfileReader(), "Dockerfile", text, Input.Dockerfile.class)
                .instructions();
    }

    @Test
    void continuationLinesAreJoinedAndCommentsInsideAreLeftOut() {
        List<Input.Instruction> all = read("from a AS b\nRUN x \\\n# note\n\n  && y\nUSER z\n");
        assertThat(all).extracting(Input.Instruction::keyword).containsExactly("FROM", "RUN", "USER");
        assertThat(all.get(1).text()).isEqualTo("x   && y");
        assertThat(all.get(1).span()).isEqualTo(new Span(2, 1, 5, 6));
    }

    @Test
    void jsonFormGivesWordsAndShellFormDoesNot() {
        List<Input.Instruction> all = read("""
                CMD ["java", "-jar", "a b.jar"]
                ENTRYPOINT java -jar a.jar
                CMD ['java']
                HEALTHCHECK --interval=5s CMD ["curl", "x"]
                COPY --from=b ["x", "y"]
                """);
        assertThat(all)
                .extracting(Input.Instruction::exec)
                .containsExactly(
                        List.of("java", "-jar", "a b.jar"),
                        List.of(),
                        List.of(),
                        List.of("curl", "x"),
                        List.of("x", "y"));
    }

    @Test
    void escapeDirectiveChangesTheContinuationCharacter() {
        List<Input.Instruction> all = read("# escape=`\nFROM a\nCOPY c:\\ `\n d\nRUN x\\\n");
        assertThat(all).extracting(Input.Instruction::text).containsExactly("a", "c:\\  d", "x\\");
    }

    @Test
    void hereDocumentsBelongToTheirInstruction() {
        List<Input.Instruction> all = read("RUN <<EOF\nFROM x\necho\nEOF\nCOPY <<-'A' <<B /d/\na\nA\nb\nB\nUSER u\n");
        assertThat(all).extracting(Input.Instruction::keyword).containsExactly("RUN", "COPY", "USER");
        assertThat(all.get(0).text()).isEqualTo("<<EOF\nFROM x\necho");
        assertThat(all.get(1).text()).isEqualTo("<<-'A' <<B /d/\na\nb");
        assertThat(all.get(0).span()).isEqualTo(new Span(1, 1, 4, 3));
    }

    @Test
    void otherTextIsOneProblemAndTheInstructionsAreKept() {
        var result = ReadText.with(new DockerfileReader(), "Dockerfile", "FROM a\nhello\nworld\nUSER b\n");
        assertThat(ReadText.onlyProblem(result))
                .startsWith("2:1 the line does not start with a Dockerfile instruction");
        assertThat(((Input.Dockerfile) result.input()).instructions()).hasSize(2);
    }

    @Test
    void hostileFilesEnd() {
        assertThat(read("RUN " + "--a ".repeat(200_000) + "\nRUN " + "<<A ".repeat(20_000) + "\nx"))
                .hasSize(2);
        assertThat(read("CMD " + "[".repeat(100_000))).hasSize(1);
    }
}
