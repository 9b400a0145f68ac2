package io.loadline.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.loadline.config.ConfigException;
import io.loadline.evidence.Confidence;
import io.loadline.rule.Answer;
import io.loadline.rule.Severity;
import io.loadline.system.Reach;
import io.loadline.system.Reach.Heat;
import io.loadline.verdict.Said;
import io.loadline.verdict.Settlement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ScoringTest {

    private static final ScorePolicy POLICY = ScorePolicy.standard();
    private static final Said WAITS =
            Said.of("http-client-without-timeout", "payments").severity(Severity.BLOCKER);
    private static final Said RETRIES = Said.of("retry-without-backoff", "payments");
    private static final Said SESSIONS = Said.of("http-session-state-in-memory", "cart");

    @Test
    void serviceWithoutRootCauseHasFullScore() {
        ServiceScore score = score();
        assertThat(score.value()).isEqualTo(100);
        assertThat(score.grade()).isEqualTo("A");
    }

    @Test
    void serviceOfWhichNothingWasAskedHasNoCoverage() {
        assertThat(score().coverage()).isZero();
        assertThat(score().verified()).isFalse();
    }

    @Test
    void scoreIsProductOverRootCauses() {
        Said whole = Said.of("a", "x").reach(Heat.WHOLE_SERVICE);
        assertThat(score(whole.breach()).value()).isEqualTo(80, within(1e-9));
        assertThat(score(
                                whole.breach(),
                                Said.of("b", "y").reach(Heat.WHOLE_SERVICE).breach())
                        .value())
                .isEqualTo(64, within(1e-9));
    }

    @Test
    void reachFollowsTheFormula() {
        ScorePolicy.ReachWeight reach = POLICY.reach();
        assertThat(reach.of(Reach.WHOLE_SERVICE)).isEqualTo(1);
        assertThat(reach.of(Reach.UNKNOWN)).isEqualTo(0.6 * 0.6, within(1e-9));
        assertThat(reach.of(new Reach(Heat.REQUEST, List.of("a", "b", "c"))))
                .isEqualTo(0.9 * (0.6 + 0.4 * (1 - Math.exp(-1))), within(1e-9));
    }

    @Test
    void certainBlockerCapsGradeAtDAndCertainMajorAtB() {
        Said rare = Said.of("a", "x").reach(Heat.STARTUP);
        assertThat(score(rare.severity(Severity.BLOCKER).breach()).value()).isGreaterThan(90);
        assertThat(score(rare.severity(Severity.BLOCKER).breach()).grade()).isEqualTo("D");
        assertThat(score(rare.severity(Severity.MAJOR).breach()).grade()).isEqualTo("B");
        assertThat(score(rare.severity(Severity.MINOR).breach()).grade()).isEqualTo("A");
        assertThat(score(rare.severity(Severity.BLOCKER)
                                .confidence(Confidence.MEDIUM)
                                .breach())
                        .grade())
                .isEqualTo("A");
    }

    @Test
    void levelIsHighestForWhichNoCertainMustCheckFails() {
        assertThat(score(WAITS.breach(), RETRIES.breach()).level()).isEqualTo(Level.L0);
        assertThat(score(WAITS.holds(), RETRIES.breach(), SESSIONS.breach()).level())
                .isEqualTo(Level.L1);
        assertThat(score(WAITS.holds(), RETRIES.holds(), SESSIONS.breach()).level())
                .isEqualTo(Level.L2);
        assertThat(score(WAITS.holds(), RETRIES.holds(), SESSIONS.holds()).level())
                .isEqualTo(Level.L3);
    }

    @Test
    void distanceToNextLevelCountsRootCauses() {
        ServiceScore score = score(
                WAITS.breach(),
                WAITS.at("src/Other.java", 3).breach(),
                Said.of("executor-with-unbounded-queue", "mails").breach(),
                RETRIES.breach());
        assertThat(score.toNext()).isEqualTo(2);
    }

    @Test
    void mustCheckThatFailsWithSomeDoubtKeepsLevelDownButUnverified() {
        ServiceScore score =
                score(WAITS.holds(), WAITS.confidence(Confidence.MEDIUM).breach(), RETRIES.breach());
        assertThat(score.level()).isEqualTo(Level.L0);
        assertThat(score.verified()).isFalse();
        assertThat(score.toNext()).isEqualTo(1);
    }

    @Test
    void mustCheckThatHardlyFailsLeavesLevelUnverified() {
        ServiceScore score =
                score(WAITS.holds(), WAITS.confidence(Confidence.LOW).breach(), RETRIES.breach());
        assertThat(score.level()).isEqualTo(Level.L1);
        assertThat(score.verified()).isFalse();
    }

    @Test
    void unknownMustCheckLeavesLevelUnverified() {
        assertThat(score(WAITS.holds(), RETRIES.breach()).verified()).isTrue();
        assertThat(score(WAITS.holds(), WAITS.unknown("HTTP_TIMEOUT"), RETRIES.breach())
                        .verified())
                .isFalse();
    }

    @Test
    void levelOfWhichNothingWasSeenToHoldIsUnverified() {
        assertThat(score(WAITS.holds(), RETRIES.holds()).verified()).isFalse();
        assertThat(score(WAITS.holds(), RETRIES.holds(), SESSIONS.holds()).verified())
                .isTrue();
    }

    @Test
    void waitingForEverInNightlyJobLeavesRequestsBounded() {
        assertThat(score(WAITS.reach(Heat.BACKGROUND, "nightly").breach()).level())
                .isGreaterThan(Level.L0);
        assertThat(score(WAITS.reach(Heat.UNKNOWN).breach()).level()).isEqualTo(Level.L0);
    }

    @Test
    void provenIsNeverReachedFromStaticFacts() {
        List<Answer> everything = POLICY.levels().values().stream()
                .flatMap(checks -> checks.rules().stream())
                .map(rule -> Said.of(rule, "all").holds())
                .toList();
        assertThat(score(everything.toArray(Answer[]::new)).level()).isEqualTo(Level.L3);
    }

    @Test
    void oneMissingValueCountsOncePerRule() {
        Said said = Said.of("a", "x").reach(Heat.WHOLE_SERVICE);
        double one = score(said.unknown("HTTP_TIMEOUT")).low();
        assertThat(one).isEqualTo(80, within(1e-9));
        assertThat(score(said.unknown("HTTP_TIMEOUT"), Said.of("a", "y").unknown("HTTP_TIMEOUT"))
                        .low())
                .isEqualTo(one);
        assertThat(score(said.unknown("HTTP_TIMEOUT"), Said.of("a", "y").unknown("POOL_SIZE"))
                        .low())
                .isLessThan(one);
    }

    @Test
    void unreadFilesLowerCoverage() {
        Answer[] answers = {WAITS.holds(), RETRIES.unknown("x")};
        assertThat(score(answers).coverage()).isEqualTo(0.5);
        assertThat(new Scoring(POLICY, List.of("orders"), List.of(), List.of(answers), 0.5)
                        .scores()
                        .get("orders"))
                .extracting(ServiceScore::coverage)
                .isEqualTo(0.25);
    }

    @Test
    void environmentsAreNotAddedUp() {
        Said prod = Said.of("a", "x").reach(Heat.WHOLE_SERVICE).environment("prod");
        assertThat(score(prod.breach(), prod.environment("staging").breach()).value())
                .isEqualTo(80, within(1e-9));
        assertThat(score(prod.breach(), prod.environment(null).breach()).value())
                .isEqualTo(64, within(1e-9));
    }

    @Test
    void opportunityCountsNowhere() {
        ServiceScore score = score(WAITS.opportunity());
        assertThat(score.value()).isEqualTo(100);
        assertThat(score.withoutSuppressions()).isEqualTo(100);
        assertThat(score.level()).isEqualTo(Level.L3);
    }

    @Test
    void findingOfAnotherServiceCountsThereOnly() {
        List<Answer> answers = List.of(WAITS.in("stock").breach(), WAITS.in().breach());
        Map<String, ServiceScore> scores = new Scoring(
                        POLICY,
                        List.of("orders", "stock"),
                        Settlement.of(answers).findings(),
                        answers,
                        1)
                .scores();
        assertThat(scores.get("orders")).extracting(ServiceScore::value).isEqualTo(100.0);
        assertThat(scores.get("stock").value()).isLessThan(100);
    }

    @Test
    void policyWithFallingWeightIsRefusedWithItsLine() {
        String yaml = "impact:\n  blocker: 0.4\n  major: 0.5\n  minor: 0.08\n  info: 0.02\ngrades: {A: 90}\n";
        assertThatThrownBy(() -> ScorePolicy.read("policy.yml", yaml))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("policy.yml:2: found '0.4' as 'blocker', expected a number from 0.5 to");
    }

    @Test
    void everyLevelHasMustChecksAndNoRuleHasTwoLevels() {
        assertThat(POLICY.levels()).containsOnlyKeys(Level.L1, Level.L2, Level.L3);
        assertThat(POLICY.levels().values().stream()
                        .flatMap(checks -> checks.rules().stream())
                        .toList())
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(20);
    }

    private static ServiceScore score(Answer... answers) {
        List<Answer> all = Stream.of(answers).toList();
        ServiceScore score = new Scoring(
                        POLICY, List.of("orders"), Settlement.of(all).findings(), all, 1)
                .scores()
                .get("orders");
        assertThat(score).isNotNull();
        return score;
    }
}
