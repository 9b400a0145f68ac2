package io.loadline.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loadline.config.ConfigException;
import io.loadline.evidence.Location;
import io.loadline.rule.Answer;
import io.loadline.verdict.Finding.BaselineState;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BaselineTest {

    private static final Said ONE = Said.of("client-waits", "payments client");
    private static final Said TWO = Said.of("cache-grows", "prices").at("src/Prices.java", 4);
    private static final Said THREE = Said.of("queue-grows", "mails").at("src/Mails.java", 8);

    @Test
    void textNamesFindingsWithoutLinesOneEach() {
        String text = Baseline.of(findings(ONE.breach(), TWO.breach())).text();
        assertThat(text.lines().filter(line -> line.contains("fingerprint"))).hasSize(2);
        assertThat(text).contains("\"where\": \"src/Prices.java\"").doesNotContain("\"line\"");
        assertThat(text.indexOf("cache-grows")).isLessThan(text.indexOf("client-waits"));
    }

    @Test
    void textIsReadBackAsItWas() {
        Baseline baseline = new Baseline(List.of(
                new Baseline.Entry("0".repeat(32), "a", "src/\"ü\\.java", "says \"no\"\nand more"),
                new Baseline.Entry("1".repeat(32), "a", "src/b.java", "")));
        assertThat(Baseline.read("b.json", baseline.text())).isEqualTo(baseline);
        Baseline none = new Baseline(List.of());
        assertThat(Baseline.read("b.json", none.text())).isEqualTo(none);
    }

    @Test
    void findingOnTopOfTheBaselineIsNewAndTheRestUnchanged() {
        Baseline.Comparison compared =
                Baseline.of(findings(ONE.breach(), TWO.breach())).compare(findings(TWO.breach(), THREE.breach()));
        assertThat(state(compared, "cache-grows")).contains(BaselineState.UNCHANGED);
        assertThat(state(compared, "queue-grows")).contains(BaselineState.NEW);
        assertThat(compared.fixed())
                .containsExactly(findings(ONE.breach()).get(0).fingerprint());
    }

    @Test
    void movedFindingIsUnchanged() {
        Baseline.Comparison compared = Baseline.of(findings(ONE.breach()))
                .compare(findings(ONE.at("src/moved/Other.java", 300).breach()));
        assertThat(state(compared, "client-waits")).contains(BaselineState.UNCHANGED);
        assertThat(compared.fixed()).isEmpty();
    }

    @Test
    void suppressedFindingIsNotNotedAndNotFixedEither() {
        Suppression suppression = new Suppression(
                "client-waits",
                "known",
                null,
                Location.of("loadline.yml"),
                new Suppression.OneService("orders"),
                false);
        List<Finding> suppressed = Settlement.of(
                        List.of(ONE.breach()), new Suppressions(List.of(suppression), LocalDate.EPOCH))
                .findings();
        assertThat(Baseline.of(suppressed).entries()).isEmpty();
        assertThat(Baseline.of(findings(ONE.breach())).compare(suppressed).fixed())
                .isEmpty();
    }

    @Test
    void pruningForgetsWhatIsFixedAndAddsNothing() {
        Baseline pruned =
                Baseline.of(findings(ONE.breach(), TWO.breach())).pruned(findings(TWO.breach(), THREE.breach()));
        assertThat(pruned).isEqualTo(Baseline.of(findings(TWO.breach())));
    }

    @Test
    void whatIsNoBaselineIsRefusedWithFileLineAndExpectation() {
        refuses("", "b.json:1: found the end, expected a baseline");
        refuses("[]", "b.json:1: found '[', expected a baseline");
        refuses("{\n\"schemaVersion\": \"2.0\"}", "b.json:2: found '2.0', expected version \"1.0\"");
        refuses("{\n\"findings\": []}", "expected a schemaVersion");
        refuses(
                "{\"schemaVersion\": \"1.0\",\n\"extra\": 1}",
                "b.json:2: found 'extra', expected schemaVersion or findings");
        refuses(
                "{\"schemaVersion\": \"1.0\", \"findings\": [\n{\"rule\": \"a\"}]}",
                "expected a finding with fingerprint, rule");
        refuses(
                "{\"schemaVersion\": \"1.0\", \"findings\": [\n{\"line\": 3}]}",
                "b.json:2: found 'line', expected one of fingerprint");
        refuses("{\"schemaVersion\": \"1.0\"", "b.json:1: not readable as JSON");
        refuses("{\"schemaVersion\": \"1.0\", \"schemaVersion\": \"1.0\"}", "not readable as JSON");
        refuses(
                new Baseline(List.of(new Baseline.Entry("xyz", "a", "b", "c"))).text(),
                "expected 32 hexadecimal digits as fingerprint");
        Baseline.Entry entry = new Baseline.Entry("0".repeat(32), "a", "b", "c");
        refuses(new Baseline(List.of(entry, entry)).text(), "b.json:5: found '}', expected each fingerprint once");
    }

    private static void refuses(String text, String message) {
        assertThatThrownBy(() -> Baseline.read("b.json", text))
                .as(text)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    private static Optional<BaselineState> state(Baseline.Comparison compared, String rule) {
        return compared.findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .map(Finding::state)
                .findFirst();
    }

    private static List<Finding> findings(Answer... answers) {
        return Settlement.of(List.of(answers)).findings();
    }
}
