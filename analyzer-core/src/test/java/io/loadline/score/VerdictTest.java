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
    void whatWasNotJudgedIsNoAnswer() {
        ServiceScore blank = new ServiceScore(Level.L3, false, 0, 100, 100, 100, 0, "A", 100, Map.of());
        assertThat(says(Map.of("orders", blank))).isEqualTo("Cannot say: nothing that decides it was found in orders.");
        assertThat(says(Map.of("orders", blank, "mails", blank))).endsWith("found in all 2 services.");
        assertThat(says(Map.of("orders", GatePolicyTest.score(Level.L1, 90), "mails", blank)))
                .isEqualTo("Not yet: orders is bounded, but overload spreads (L1).");
    }

    @Test
    void whereNoStepGainsTheWorstIsTold() {
        List<Finding> findings =
                List.of(step("f1", Severity.MAJOR, "Keep less."), step("f2", Severity.BLOCKER, "Set a deadline."));
        Map<String, ServiceScore> services = Map.of("a", GatePolicyTest.score(Level.L0, 1));
        assertThat(Verdict.sentence(services, List.of(), findings, Map.of("f1", 0.03, "f2", 0.02)))
                .contains("set a deadline");
        assertThat(Verdict.sentence(services, List.of(), findings, Map.of("f1", 0.3, "f2", 0.02)))
                .contains("keep less");
    }

    private static Finding step(String fingerprint, Severity severity, String fix) {
        Finding any = Settlement.of(List.of(Said.of("any", "cause").breach()))
                .findings()
                .get(0);
        return new Finding(
                any.rule(),
                any.dimension(),
                severity,
                any.confidence(),
                any.services(),
                null,
                any.at(),
                any.message(),
                any.effect(),
                fix,
                any.evidence(),
                any.sites(),
                any.reach(),
                fingerprint,
                null,
                any.state());
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
