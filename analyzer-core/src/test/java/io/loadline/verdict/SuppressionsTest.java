package io.loadline.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loadline.config.PathPattern;
import io.loadline.evidence.Location;
import io.loadline.evidence.Problem;
import io.loadline.rule.Answer;
import io.loadline.rule.Severity;
import io.loadline.verdict.Suppression.Cover;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SuppressionsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Said SAID = Said.of("client-waits", "payments client").at("src/Orders.java", 10);

    @Test
    void coveredFindingIsSuppressedWithItsReason() {
        Settlement settled = settle(note(new Suppression.Lines("src/Orders.java", 9, 10)), SAID.breach());
        assertThat(settled.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.isOpen()).isFalse();
            assertThat(finding.suppressionReason()).contains("known");
        });
        assertThat(settled.problems()).isEmpty();
    }

    @Test
    void otherRuleOtherLineOrOtherFileStaysOpen() {
        Cover here = new Suppression.Lines("src/Orders.java", 9, 10);
        assertThat(isOpen(new Suppression("other", "known", null, SAID.at(), here, false)))
                .isTrue();
        assertThat(isOpen(note(new Suppression.Lines("src/Orders.java", 11, 12))))
                .isTrue();
        assertThat(isOpen(note(new Suppression.Lines("src/Other.java", 9, 10)))).isTrue();
    }

    @Test
    void pathServiceAndFingerprintSuppressToo() {
        String fingerprint =
                Settlement.of(List.of(SAID.breach())).findings().get(0).fingerprint();
        assertThat(isOpen(note(new Suppression.Files(new PathPattern("src/**")))))
                .isFalse();
        assertThat(isOpen(note(new Suppression.Files(new PathPattern("test/**")))))
                .isTrue();
        assertThat(isOpen(note(new Suppression.OneService("orders")))).isFalse();
        assertThat(isOpen(note(new Suppression.OneService("stock")))).isTrue();
        assertThat(isOpen(note(new Suppression.Cause(fingerprint)))).isFalse();
        assertThat(isOpen(note(new Suppression.Cause("0".repeat(32))))).isTrue();
    }

    @Test
    void serviceIsNotAskedForWhatConcernsAnotherToo() {
        Settlement settled = settle(
                note(new Suppression.OneService("orders")),
                SAID.in("orders", "stock").breach());
        assertThat(settled.findings()).allMatch(Finding::isOpen).hasSize(1);
    }

    @Test
    void causeStaysOpenUntilEveryClaimIsCovered() {
        Said harsh = SAID.at("src/A.java", 1).severity(Severity.BLOCKER);
        Said other = SAID.at("src/B.java", 1);
        Finding half = settle(
                        note(new Suppression.Files(new PathPattern("src/A.java"))), harsh.breach(), other.breach())
                .findings()
                .get(0);
        assertThat(half.isOpen()).isTrue();
        assertThat(half.at()).isEqualTo(other.at());
        assertThat(half.severity()).isEqualTo(Severity.BLOCKER);
        assertThat(half.sites()).isEmpty();
        Finding whole = settle(
                        note(new Suppression.Files(new PathPattern("src/?.java"))), harsh.breach(), other.breach())
                .findings()
                .get(0);
        assertThat(whole.isOpen()).isFalse();
        assertThat(whole.fingerprint()).isEqualTo(half.fingerprint());
    }

    @Test
    void lastDayIsHonouredAndTheDayAfterIsNot() {
        Cover here = new Suppression.Lines("src/Orders.java", 9, 10);
        assertThat(isOpen(new Suppression("client-waits", "known", TODAY, SAID.at(), here, false)))
                .isFalse();
        Suppression over = new Suppression("client-waits", "known", TODAY.minusDays(1), SAID.at(), here, false);
        assertThat(isOpen(over)).isTrue();
        assertThat(settle(over, SAID.breach()).problems())
                .extracting(Problem::message)
                .containsExactly("the suppression of client-waits expired on 2026-11-23 and is no longer honoured");
    }

    @Test
    void suppressionOfNothingIsReportedWhereItStands() {
        Suppression idle = note(new Suppression.Files(new PathPattern("nowhere")));
        assertThat(settle(idle, SAID.breach()).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.at()).isEqualTo(idle.at());
            assertThat(problem.message())
                    .isEqualTo("the suppression of client-waits suppresses nothing here; remove it");
        });
    }

    @Test
    void borrowedSuppressionMayBeIdle() {
        Suppression borrowed = new Suppression(
                "client-waits", "exempt", null, Location.of("k8s.yaml"), new Suppression.Lines("k8s.yaml", 1, 9), true);
        assertThat(settle(borrowed, SAID.breach()).problems()).isEmpty();
    }

    @Test
    void suppressionNeedsReason() {
        assertThatThrownBy(() -> new Suppression("x", " ", null, SAID.at(), new Suppression.OneService("a"), false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean isOpen(Suppression suppression) {
        return settle(suppression, SAID.breach()).findings().get(0).isOpen();
    }

    private static Suppression note(Cover cover) {
        return new Suppression("client-waits", "known", null, Location.of("loadline.yml"), cover, false);
    }

    private static Settlement settle(Suppression suppression, Answer... answers) {
        return Settlement.of(List.of(answers), new Suppressions(List.of(suppression), TODAY));
    }
}
