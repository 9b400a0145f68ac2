package io.loadline.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loadline.evidence.Confidence;
import io.loadline.evidence.Location;
import io.loadline.rule.Answer;
import io.loadline.rule.Severity;
import io.loadline.verdict.Baseline;
import io.loadline.verdict.Finding;
import io.loadline.verdict.Said;
import io.loadline.verdict.Settlement;
import io.loadline.verdict.Suppression;
import io.loadline.verdict.Suppressions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GatePolicyTest {

    private static final Said MAJOR = Said.of("client-waits", "payments client");
    private static final Said BLOCKER = Said.of("cache-grows", "prices").severity(Severity.BLOCKER);

    @Test
    void severityFailsFromThereOn() {
        assertThat(passes("major", MAJOR.breach())).isFalse();
        assertThat(passes("minor", MAJOR.breach())).isFalse();
        assertThat(passes("blocker", MAJOR.breach())).isTrue();
        assertThat(passes("blocker", BLOCKER.breach())).isFalse();
        assertThat(passes("none", BLOCKER.breach())).isTrue();
        assertThat(passes("info")).isTrue();
    }

    @Test
    void opportunityUnsureAndSuppressedFailNothing() {
        assertThat(passes("info", MAJOR.opportunity())).isTrue();
        assertThat(passes("info", BLOCKER.confidence(Confidence.LOW).breach())).isTrue();
        assertThat(passes("info", BLOCKER.confidence(Confidence.MEDIUM).breach()))
                .isFalse();
        Suppression known = new Suppression(
                "client-waits",
                "known",
                null,
                Location.of("loadline.yml"),
                new Suppression.OneService("orders"),
                false);
        List<Finding> suppressed = Settlement.of(
                        List.of(MAJOR.breach()), new Suppressions(List.of(known), LocalDate.EPOCH))
                .findings();
        assertThat(GatePolicy.parse("info").judge(suppressed, Map.of()).passed())
                .isTrue();
    }

    @Test
    void newAsksForWhatTheBaselineLacks() {
        List<Finding> findings = findings(MAJOR.breach(), BLOCKER.breach());
        Baseline known = Baseline.of(findings(BLOCKER.breach()));
        assertThat(judge("new-major", known.compare(findings).findings()).passed())
                .isFalse();
        assertThat(judge("new-blocker", known.compare(findings).findings()).passed())
                .isTrue();
        assertThat(judge("new", known.compare(findings).findings()).passed()).isFalse();
        assertThat(judge("new", Baseline.of(findings).compare(findings).findings())
                        .passed())
                .isTrue();
    }

    @Test
    void withoutBaselineEverythingIsNew() {
        assertThat(passes("new-major", MAJOR.breach())).isFalse();
        assertThat(GatePolicy.parse("new-major").needsBaseline()).isTrue();
        assertThat(GatePolicy.parse("major, level:L1").needsBaseline()).isFalse();
    }

    @Test
    void levelAndScoreAreAskedOfEveryService() {
        Map<String, ServiceScore> services = Map.of("orders", score(Level.L0, 69.97), "stock", score(Level.L2, 95));
        assertThat(GatePolicy.parse("level:L1").judge(List.of(), services).sentence())
                .isEqualTo("The gate level:L1 fails: orders (L0) is below level L1.");
        assertThat(GatePolicy.parse("level:L0").judge(List.of(), services).passed())
                .isTrue();
        assertThat(GatePolicy.parse("score:70").judge(List.of(), services).sentence())
                .isEqualTo("The gate score:70 fails: orders (69.9) is below score 70.");
        assertThat(GatePolicy.parse("score:69.9").judge(List.of(), services).passed())
                .isTrue();
        assertThat(GatePolicy.parse("level:L1").judge(List.of(), Map.of()).passed())
                .isFalse();
    }

    @Test
    void oneConditionOfSeveralIsEnough() {
        assertThat(passes("blocker,major", MAJOR.breach())).isFalse();
        assertThat(judge("blocker, new-major", findings(MAJOR.breach(), BLOCKER.breach()))
                        .sentence())
                .startsWith("The gate blocker, new-major fails: 1 blocker finding, first cache-grows at ")
                .contains("; 2 new major or worse findings, first ");
    }

    @Test
    void defaultIsStrictOnWhatIsNewAndOnBlockersOtherwise() {
        assertThat(GatePolicy.standard(true)).hasToString("new-major");
        assertThat(GatePolicy.standard(false)).hasToString("blocker");
    }

    @Test
    void whatIsNoPolicyIsRefused() {
        for (String text : List.of("", "critical", "blocker,", "none,major", "level:L9", "score:101", "old-major")) {
            assertThatThrownBy(() -> GatePolicy.parse(text))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("expected none, new, blocker");
        }
    }

    private static boolean passes(String policy, Answer... answers) {
        return judge(policy, findings(answers)).passed();
    }

    private static Gate judge(String policy, List<Finding> findings) {
        return GatePolicy.parse(policy).judge(findings, Map.of());
    }

    private static List<Finding> findings(Answer... answers) {
        return Settlement.of(List.of(answers)).findings();
    }

    static ServiceScore score(Level level, double value) {
        return new ServiceScore(level, true, 1, value, value, value, 0.9, "B", value, Map.of());
    }
}
