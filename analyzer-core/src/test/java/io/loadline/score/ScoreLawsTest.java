package io.loadline.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loadline.config.PathPattern;
import io.loadline.evidence.Confidence;
import io.loadline.evidence.Location;
import io.loadline.rule.Answer;
import io.loadline.rule.Dimension;
import io.loadline.rule.Severity;
import io.loadline.system.Reach.Heat;
import io.loadline.verdict.Finding;
import io.loadline.verdict.Said;
import io.loadline.verdict.Settlement;
import io.loadline.verdict.Suppression;
import io.loadline.verdict.Suppressions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ScoreLawsTest {

    private static final ScorePolicy POLICY = ScorePolicy.standard();
    private static final List<String> SERVICES = List.of("s0", "s1", "s2");
    private static final double ROUNDING = 1e-9;

    /** Two rules of every level and two of none. */
    private static final List<String> RULES = Stream.concat(
                    Stream.of("no-must-check", "another"),
                    POLICY.levels().values().stream()
                            .flatMap(checks -> checks.rules().stream().limit(2)))
            .toList();

    @Test
    void fixingFindingNeverLowersAnyScore() {
        AtomicInteger seen = new AtomicInteger();
        Dice.forAll(dice -> {
            List<Answer> answers = dice.answers(RULES, 12);
            List<Finding> findings = Settlement.of(answers).findings();
            for (Finding fixed : findings) {
                List<Finding> rest = findings.stream()
                        .filter(finding -> !finding.equals(fixed))
                        .toList();
                assertNoWorse(scores(rest, answers), scores(findings, answers));
                seen.incrementAndGet();
            }
        });
        assertThat(seen.get()).isGreaterThan(500);
    }

    @Test
    void weakeningBreachNeverLowersAnyScore() {
        Dice.forAll(dice -> {
            List<Answer> others = dice.answers(RULES, 12);
            Said said = dice.said(RULES);
            Said weaker = switch (dice.upTo(2)) {
                case 0 -> said.severity(dice.one(List.of(Severity.values())).atMost(said.severity()));
                case 1 -> said.confidence(dice.one(List.of(Confidence.values())).and(said.confidence()));
                default ->
                    said.reach(
                            Collections.min(List.of(
                                    dice.one(List.of(Heat.values())),
                                    said.reach().heat())),
                            said.reach().entries().stream().limit(1).toArray(String[]::new));
            };
            assertNoWorse(scores(with(others, weaker.breach())), scores(with(others, said.breach())));
        });
    }

    @Test
    void addingBreachNeverRaisesAnyScore() {
        Dice.forAll(dice -> {
            List<Answer> answers = dice.answers(RULES, 12);
            assertNoWorse(scores(answers), scores(with(answers, dice.said(RULES).breach())));
        });
    }

    @Test
    void addingUnknownNeverRaisesAnyScore() {
        Dice.forAll(dice -> {
            List<Answer> answers = dice.answers(RULES, 12);
            Answer unknown = dice.said(RULES).unknown("the value of LIMIT");
            Map<String, ServiceScore> before = scores(answers);
            Map<String, ServiceScore> after = scores(with(answers, unknown));
            assertNoWorse(before, after);
            SERVICES.forEach(service -> assertThat(at(after, service).coverage())
                    .isLessThanOrEqualTo(at(before, service).coverage()));
        });
    }

    @Test
    void addingWhatIsCleanChangesNothing() {
        Dice.forAll(dice -> {
            List<Answer> answers = dice.answers(RULES, 12);
            List<Answer> more = new ArrayList<>(answers);
            for (int i = 0; i < 50; i++) {
                more.add(
                        i % 2 == 0 ? dice.said(RULES).holds() : dice.said(RULES).notApplicable());
            }
            assertSame(scores(more), scores(answers));
        });
    }

    @Test
    void multiplyingSitesOfCauseChangesNothing() {
        Dice.forAll(dice -> {
            Said said = dice.said(RULES);
            List<Answer> answers = with(dice.answers(RULES, 12), said.breach());
            List<Answer> more = new ArrayList<>(answers);
            for (int site = 1; site <= 37; site++) {
                more.add(said.at("more.java", site).breach());
            }
            assertSame(scores(more), scores(answers));
        });
    }

    @Test
    void orderAndLocaleChangeNothing() {
        Locale before = Locale.getDefault();
        try {
            Dice.forAll(dice -> {
                List<Answer> answers = dice.answers(RULES, 12);
                Locale.setDefault(Locale.ROOT);
                Map<String, ServiceScore> expected = scores(answers);
                List<Answer> shuffled = new ArrayList<>(answers);
                Collections.shuffle(shuffled, new Random(dice.upTo(99)));
                Locale.setDefault(Locale.forLanguageTag("tr-TR"));
                assertThat(scores(shuffled)).isEqualTo(expected);
            });
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void movingEveryLineChangesNothing() {
        Dice.forAll(dice -> {
            Said said = dice.said(RULES);
            List<Answer> others = dice.answers(RULES, 12);
            Said moved = said.at("moved/Renamed.java", 900);
            assertSame(scores(with(others, moved.breach())), scores(with(others, said.breach())));
        });
    }

    @Test
    void suppressingNeverHidesTheScoreWithoutIt() {
        AtomicInteger suppressed = new AtomicInteger();
        Dice.forAll(dice -> {
            List<Answer> answers = dice.answers(RULES, 12);
            Suppression accepted = new Suppression(
                    dice.one(RULES),
                    "known",
                    null,
                    Location.of("loadline.yml"),
                    new Suppression.Files(new PathPattern("**")),
                    false);
            List<Finding> open = Settlement.of(answers).findings();
            List<Finding> some = Settlement.of(answers, new Suppressions(List.of(accepted), LocalDate.EPOCH))
                    .findings();
            Map<String, ServiceScore> before = scores(open, answers);
            Map<String, ServiceScore> after = scores(some, answers);
            assertNoWorse(after, before);
            SERVICES.forEach(service -> assertThat(at(after, service).withoutSuppressions())
                    .isEqualTo(at(before, service).value()));
            suppressed.addAndGet(
                    (int) some.stream().filter(finding -> !finding.isOpen()).count());
        });
        assertThat(suppressed.get()).isGreaterThan(100);
    }

    @Test
    void valueLiesWithinItsInterval() {
        Dice.forAll(dice -> scores(dice.answers(RULES, 12)).values().forEach(score -> {
            assertThat(score.value()).isBetween(score.low(), score.high());
            assertThat(score.low()).isBetween(0.0, 100.0);
            assertThat(score.high()).isBetween(0.0, 100.0);
            assertThat(score.coverage()).isBetween(0.0, 1.0);
        }));
    }

    @Test
    void gainIsExact() {
        AtomicInteger seen = new AtomicInteger();
        Dice.forAll(dice -> {
            List<Answer> answers = dice.answers(RULES, 12);
            List<Finding> findings = Settlement.of(answers).findings();
            Map<String, Double> gains = scoring(findings, answers).gains();
            Map<String, ServiceScore> before = scores(findings, answers);
            for (Finding fixed : findings) {
                Map<String, ServiceScore> after = scores(
                        findings.stream()
                                .filter(finding -> !finding.equals(fixed))
                                .toList(),
                        answers);
                double rise = fixed.services().stream()
                        .mapToDouble(service ->
                                at(after, service).value() - at(before, service).value())
                        .max()
                        .orElse(0);
                assertThat(gains.getOrDefault(fixed.fingerprint(), 0.0)).isEqualTo(rise, within(ROUNDING));
                assertThat(gains.containsKey(fixed.fingerprint())).isEqualTo(!fixed.isOpportunity());
                seen.incrementAndGet();
            }
        });
        assertThat(seen.get()).isGreaterThan(500);
    }

    private static List<Answer> with(List<Answer> answers, Answer more) {
        return Stream.concat(answers.stream(), Stream.of(more)).toList();
    }

    private static Map<String, ServiceScore> scores(List<Answer> answers) {
        return scores(Settlement.of(answers).findings(), answers);
    }

    private static Map<String, ServiceScore> scores(List<Finding> findings, List<Answer> answers) {
        return scoring(findings, answers).scores();
    }

    private static Scoring scoring(List<Finding> findings, List<Answer> answers) {
        return new Scoring(POLICY, SERVICES, findings, answers, 1);
    }

    private static ServiceScore at(Map<String, ServiceScore> scores, String service) {
        assertThat(scores).containsKey(service);
        return scores.get(service);
    }

    private static void assertNoWorse(Map<String, ServiceScore> better, Map<String, ServiceScore> worse) {
        for (String service : SERVICES) {
            ServiceScore high = at(better, service);
            ServiceScore low = at(worse, service);
            assertThat(high.value()).isGreaterThanOrEqualTo(low.value() - ROUNDING);
            assertThat(high.low()).isGreaterThanOrEqualTo(low.low() - ROUNDING);
            assertThat(high.high()).isGreaterThanOrEqualTo(low.high() - ROUNDING);
            assertThat(high.level()).isGreaterThanOrEqualTo(low.level());
            assertThat(high.grade()).isLessThanOrEqualTo(low.grade());
            for (Dimension dimension : Dimension.values()) {
                assertThat(high.dimensions().getOrDefault(dimension, 100.0))
                        .isGreaterThanOrEqualTo(low.dimensions().getOrDefault(dimension, 100.0) - ROUNDING);
            }
        }
    }

    private static void assertSame(Map<String, ServiceScore> one, Map<String, ServiceScore> other) {
        assertNoWorse(one, other);
        assertNoWorse(other, one);
    }
}
