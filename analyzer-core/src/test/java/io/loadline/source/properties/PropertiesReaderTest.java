package io.loadline.source.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.evidence.Span;
import io.loadline.source.Input;
import io.loadline.source.ReadText;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PropertiesReaderTest {

    private static List<List<Input.Property>> documents(String text) {
        return ReadText.cleanly(new PropertiesReader(), "a.properties", text, Input.Properties.class)
                .documents();
    }

    @Test
    void separatorsEscapesAndContinuationsFollowTheJdk() {
        List<Input.Property> all = documents("a=1\nb : 2\nc 3\n d\\ e\\:f = g\\n\\u00e9 \nh=one, \\\n   two\ni\n")
                .get(0);
        assertThat(all).extracting(Input.Property::key).containsExactly("a", "b", "c", "d e:f", "h", "i");
        assertThat(all).extracting(Input.Property::value).containsExactly("1", "2", "3", "g\né ", "one, two", "");
    }

    @Test
    void placesRunFromKeyToEndOfValue() {
        List<Input.Property> all = documents("# note\n  a = b\nc = d \\\n  e\n").get(0);
        assertThat(all).extracting(Input.Property::span).containsExactly(new Span(2, 3, 2, 7), new Span(3, 1, 4, 3));
    }

    @Test
    void separatorLinesSplitDocuments() {
        assertThat(documents("a=1\n#---\nspring.config.activate.on-profile=prod\na=2\n!---\n#---\nb=3\n"))
                .extracting(List::size)
                .containsExactly(1, 2, 1);
        assertThat(documents("a=1\n #---\n# ---\nb=2\n")).hasSize(1);
    }

    @Test
    void commentsAreNotContinued() {
        assertThat(documents("# a \\\nb=1\n").get(0))
                .extracting(Input.Property::key)
                .containsExactly("b");
    }

    @Test
    void brokenUnicodeEscapeIsAProblemAndKeptAsWritten() {
        var result = ReadText.with(new PropertiesReader(), "a.properties", "a=C:\\users\nb=2\n");
        assertThat(ReadText.onlyProblem(result)).startsWith("1:1 an escape of the form");
        assertThat(((Input.Properties) result.input()).documents().get(0))
                .extracting(Input.Property::value)
                .containsExactly("C:\\users", "2");
    }

    @Test
    void readsWhatTheJdkReads() throws IOException {
        Random random = new Random(7);
        String alphabet = "ab=: \t\\\n\r#!nu0,.";
        int compared = 0;
        for (int round = 0; round < 3_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 24; i++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            if (text.indexOf("\\u") >= 0) {
                continue;
            }
            Properties expected = new Properties();
            expected.load(new StringReader(text.toString()));
            // The JDK makes a pair with an empty key of a lone backslash at the end.
            expected.remove("");
            Properties actual = new Properties();
            documents(text.toString()).forEach(d -> d.forEach(p -> actual.put(p.key(), p.value())));
            actual.remove("");
            assertThat(actual).as(text.toString()).isEqualTo(expected);
            compared++;
        }
        assertThat(compared).isGreaterThan(1_000);
    }
}
