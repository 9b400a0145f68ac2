package io.loadline.source.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.evidence.Span;
import io.loadline.source.Input;
import io.loadline.source.ReadText;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptReaderTest {

    private static List<Input.Property> read(String text) {
        return ReadText.cleanly(new ScriptReader(), "a.sh", text, Input.Script.class)
                .lines();
    }

    @Test
    void assignmentsHaveTheVariableAsKey() {
        List<Input.Property> all =
                read("#!/bin/sh\nexport JAVA_OPTS=\"-Xmx1g $JAVA_OPTS\" # heap\nA='b c'\nB=x java -jar a.jar\n");
        assertThat(all).extracting(Input.Property::key).containsExactly("JAVA_OPTS", "A", "");
        assertThat(all)
                .extracting(Input.Property::value)
                .containsExactly("-Xmx1g $JAVA_OPTS", "b c", "B=x java -jar a.jar");
    }

    @Test
    void continuationsAndQuotedLineBreaksAreJoined() {
        List<Input.Property> all = read("exec java \\\n  -jar a.jar\nA=\"x\ny\"\n# don't\nb\n");
        assertThat(all).extracting(Input.Property::value).containsExactly("exec java   -jar a.jar", "x\ny", "b");
        assertThat(all.get(0).span()).isEqualTo(new Span(1, 1, 2, 12));
    }

    @Test
    void hereDocumentsAreLeftOut() {
        assertThat(read("cat > x <<EOF\njava -jar no.jar\nEOF\necho\n"))
                .extracting(Input.Property::value)
                .containsExactly("cat > x <<EOF", "echo");
    }

    @Test
    void hashInsideAWordIsNoComment() {
        assertThat(read("echo ${#a} $# b#c '#' # d\n").get(0).value()).isEqualTo("echo ${#a} $# b#c '#'");
    }

    @Test
    void quoteThatNeverClosesIsTakenForAStrayCharacter() {
        assertThat(read("echo it's\n" + "b\n".repeat(300))).hasSize(301);
    }
}
