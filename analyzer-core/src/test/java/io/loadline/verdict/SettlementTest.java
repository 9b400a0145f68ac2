package io.loadline.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.evidence.Confidence;
import io.loadline.rule.Answer;
import io.loadline.rule.Severity;
import io.loadline.system.Reach.Heat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SettlementTest {

    private static final Said SAID = Said.of("client-waits", "payments client");

    @Test
    void manySitesOfOneCauseAreOneFinding() {
        List<Answer> answers = new ArrayList<>();
        for (int line = 1; line <= 37; line++) {
            answers.add(SAID.at("src/Orders.java", line).breach());
        }
        Finding finding = only(answers);
        assertThat(finding.at().line()).isEqualTo(1);
        assertThat(finding.sites()).hasSize(36).isSorted().doesNotContain(finding.at());
    }

    @Test
    void surestThenHottestThenFirstPlaceSpeaksForTheCause() {
        Said unsure = SAID.at("a.java", 1).confidence(Confidence.LOW);
        Said cold = SAID.at("b.java", 1).reach(Heat.BACKGROUND, "nightly");
        Said late = SAID.at("d.java", 1);
        Said first = SAID.at("c.java", 1);
        assertThat(only(unsure.breach(), cold.breach(), late.breach(), first.breach())
                        .at())
                .isEqualTo(first.at());
        assertThat(only(unsure.breach(), cold.breach()).at()).isEqualTo(cold.at());
    }

    @Test
    void findingIsAsSevereSureAndReachedAsItsClaimsTogether() {
        Said harsh = SAID.severity(Severity.BLOCKER).confidence(Confidence.LOW).reach(Heat.BACKGROUND, "nightly");
        Said sure = SAID.severity(Severity.MINOR).at("b.java", 3).in("orders", "billing");
        Finding finding = only(harsh.breach(), sure.breach());
        assertThat(finding.severity()).isEqualTo(Severity.BLOCKER);
        assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(finding.reach().heat()).isEqualTo(Heat.REQUEST);
        assertThat(finding.reach().entries()).containsExactly("GET /orders", "nightly");
        assertThat(finding.services()).containsExactly("billing", "orders");
    }

    @Test
    void breachMilderThanItsRuleStaysMilder() {
        Answer answer = SAID.severity(Severity.BLOCKER).breach();
        Answer milder = new Answer(
                answer.rule(),
                answer.card(),
                answer.subject(),
                ((io.loadline.rule.Outcome.Breach) answer.outcome()).atMost(Severity.MINOR));
        assertThat(only(milder).severity()).isEqualTo(Severity.MINOR);
    }

    @Test
    void fingerprintSurvivesMovedLinesRenamedFilesAndOtherFindings() {
        String before = only(SAID.breach()).fingerprint();
        assertThat(before).matches("[0-9a-f]{32}");
        assertThat(only(SAID.at("src/renamed/Purchases.java", 99).breach()).fingerprint())
                .isEqualTo(before);
        assertThat(Settlement.of(List.of(Said.of("other", "x").breach(), SAID.breach()))
                        .findings())
                .extracting(Finding::fingerprint)
                .contains(before)
                .hasSize(2);
    }

    @Test
    void fingerprintTellsRuleCauseAndEnvironmentApart() {
        List<Answer> answers = List.of(
                SAID.breach(),
                Said.of("other-rule", SAID.cause()).breach(),
                Said.of(SAID.rule(), "stock client").breach(),
                SAID.environment("prod").breach(),
                SAID.environment("staging").breach(),
                SAID.opportunity());
        assertThat(Settlement.of(answers).findings())
                .extracting(Finding::fingerprint)
                .doesNotHaveDuplicates()
                .hasSize(answers.size());
    }

    @Test
    void sameCauseInServicesThatShareNothingIsOneCauseEach() {
        Said orders = SAID.in("orders");
        Said stock = SAID.in("stock").at("src/Stock.java", 1);
        List<Finding> findings =
                Settlement.of(List.of(stock.breach(), orders.breach())).findings();
        assertThat(findings)
                .extracting(Finding::fingerprint)
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(findings.get(0).fingerprint())
                .isEqualTo(only(orders.breach()).fingerprint());
    }

    @Test
    void sharedServiceJoinsClaimsIntoOneCause() {
        Said shared = SAID.in("orders", "stock").at("src/Shared.java", 1);
        Finding finding = only(SAID.in("stock").breach(), SAID.in("orders").breach(), shared.breach());
        assertThat(finding.services()).containsExactly("orders", "stock");
    }

    @Test
    void opportunityIsInformationOnly() {
        Finding finding = only(SAID.severity(Severity.BLOCKER).opportunity());
        assertThat(finding.isOpportunity()).isTrue();
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        assertThat(only(SAID.breach()).isOpportunity()).isFalse();
    }

    @Test
    void whatHoldsOrIsUnknownIsNoFinding() {
        assertThat(Settlement.of(List.of(SAID.holds(), SAID.unknown("a value"), SAID.notApplicable()))
                        .findings())
                .isEmpty();
    }

    @Test
    void orderOfAnswersMakesNoDifference() {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Said said = Said.of("rule-" + i % 4, "cause " + i % 7)
                    .at("f" + i % 5 + ".java", 1 + i)
                    .in("s" + i % 3, "s" + i % 2)
                    .confidence(i % 2 == 0 ? Confidence.HIGH : Confidence.LOW);
            answers.add(i % 9 == 0 ? said.opportunity() : said.breach());
        }
        List<Finding> expected = Settlement.of(answers).findings();
        assertThat(expected).hasSizeGreaterThan(20);
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(answers, new Random(seed));
            assertThat(Settlement.of(answers).findings()).isEqualTo(expected);
        }
    }

    private static Finding only(Answer... answers) {
        return only(List.of(answers));
    }

    private static Finding only(List<Answer> answers) {
        List<Finding> findings = Settlement.of(answers).findings();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
