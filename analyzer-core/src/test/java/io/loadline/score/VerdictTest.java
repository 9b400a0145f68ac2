package io.loadline.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.rule.Severity;
import io.loadline.verdict.Finding;
import io.loadline.verdict.Said;
import io.loadline.verdict.Settlement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class VerdictTest {

    private static final Ceiling CONNECTIONS =
            new Ceiling("", "connections of orders-db", 9.0, "pods", "", 0, List.of());

    @Test
    void noServiceIsNoAnswer() {
        assertThat(Verdict.sentence(Map.of(), List.of(), List.of(), Map.of()))
                .isEqualTo("Cannot say: no service was found.");
    }

    @Test
    void lowestLevelFirstCeilingAndBestStepAreTold() {
        List<Finding> findings = Settlement.of(List.of(
                        Said.of("client-waits", "payments client").breach(),
                        Said.of("queue-grows", "mails").severity(Severity.MINOR).breach()))
                .findings();
        Map<String, Double> gains =
                Map.of(findings.get(0).fingerprint(), 12.36, findings.get(1).fingerprint(), 3.0);
        Map<String, ServiceScore> services = Map.of(
                "a", GatePolicyTest.score(Level.L0, 40),
                "b", GatePolicyTest.score(Level.L0, 50),
                "c", GatePolicyTest.score(Level.L2, 90));
        assertThat(Verdict.sentence(services, List.of(CONNECTIONS), findings, gains))
                .isEqualTo(
                        "No: 2 of 3 services can wait for ever or grow without limit (L0); first to break: connections of"
                                + " orders-db at 9 pods. Best next step: bound it (+12.4).");
    }

    @Test
    void oneServiceIsNamed() {
        assertThat(says(Map.of("orders", GatePolicyTest.score(Level.L1, 90))))
                .isEqualTo("Not yet: orders is bounded, but overload spreads (L1).");
        assertThat(says(Map.of("a", GatePolicyTest.score(Level.L2, 90), "b", GatePolicyTest.score(Level.L3, 90))))
                .startsWith("Partly: 1 of 2 services contains overload");
        assertThat(says(Map.of("a", GatePolicyTest.score(Level.L3, 90), "b", GatePolicyTest.score(Level.L3, 90))))
                .isEqualTo("Yes, as far as files can tell: all 2 services are elastic (L3).");
    }

    @Test
    void doubtIsTold() {
        ServiceScore unsure = new ServiceScore(Level.L3, false, 0, 100, 40, 100, 0.3, "A", 100, Map.of());
        assertThat(says(Map.of("orders", unsure)))
                .isEqualTo(
                        "Yes, as far as files can tell: orders is elastic (L3, unverified). Only 30 % of what was asked could"
                                + " be judged.");
    }

    @Test
    void worstComesFirstThenOpportunitiesThenWhatIsSuppressed() {
        List<Finding> findings = Settlement.of(List.of(
                        Said.of("a", "x").severity(Severity.MINOR).breach(),
                        Said.of("b", "x").severity(Severity.BLOCKER).breach(),
                        Said.of("c", "x").severity(Severity.BLOCKER).breach(),
                        Said.of("d", "x").severity(Severity.INFO).breach(),
                        Said.of("e", "x").at("A.java", 1).opportunity()))
                .findings();
        String richest = findings.stream()
                .filter(finding -> finding.rule().equals("c"))
                .map(Finding::fingerprint)
                .findFirst()
                .orElseThrow();
        assertThat(Ranking.rank(findings, Map.of(richest, 9.0)))
                .extracting(Finding::rule)
                .containsExactly("c", "b", "a", "d", "e");
    }

    private static String says(Map<String, ServiceScore> services) {
        return Verdict.sentence(services, List.of(), List.of(), Map.of());
    }
}
