package io.loadline.source.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.evidence.Span;
import io.loadline.source.Input;
import io.loadline.source.ReadText;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnvReaderTest {

    private static List<Input.Property> read(String text) {
        return ReadText.cleanly(new EnvReader(), ".env", text, Input.Properties.class)
                .documents()
                .get(0);
    }

    @Test
    void quotesAndExportAreTakenOff() {
        List<Input.Property> all = read("# x\nexport A=1\nB=\"-Xmx1g \\\"q\\\"\"\nC='a # b'\nD=a # b\nE=\nF\n");
        assertThat(all).extracting(Input.Property::key).containsExactly("A", "B", "C", "D", "E");
        assertThat(all).extracting(Input.Property::value).containsExactly("1", "-Xmx1g \"q\"", "a # b", "a", "");
        assertThat(all.get(0).span()).isEqualTo(new Span(2, 8, 2, 10));
    }

    @Test
    void quotedValueMaySpanLines() {
        List<Input.Property> all = read("A=\"one\ntwo\"\nB=3\n");
        assertThat(all).extracting(Input.Property::value).containsExactly("one\ntwo", "3");
        assertThat(all.get(0).span()).isEqualTo(new Span(1, 1, 2, 4));
    }

    @Test
    void openQuoteEndsWithItsLine() {
        assertThat(read("A=\"one\nB=3\n")).extracting(Input.Property::key).containsExactly("A", "B");
    }

    @Test
    void referencesStayAsWritten() {
        assertThat(read("A=${B:-x}/$C\n").get(0).value()).isEqualTo("${B:-x}/$C");
    }
}
