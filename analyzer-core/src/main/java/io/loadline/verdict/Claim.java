package io.loadline.verdict;

import io.loadline.evidence.Location;
import io.loadline.evidence.Proof;
import io.loadline.rule.Answer;
import io.loadline.rule.Outcome;
import io.loadline.rule.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A breach or an opportunity in the common form in which it is settled.
 *
 * @param effect empty for an opportunity
 * @param acceptance what suppresses it, where something does
 */
record Claim(
        Answer answer,
        String cause,
        @Nullable String environment,
        Severity severity,
        Location at,
        Proof proof,
        String message,
        String effect,
        String fix,
        List<Location> sites,
        @Nullable Suppression acceptance) {

    /** The claim that stands for all of one cause comes first. */
    static final Comparator<Claim> LEADING = Comparator.comparing((Claim c) -> c.acceptance != null)
            .thenComparing(c -> c.proof.confidence(), Comparator.reverseOrder())
            .thenComparing(c -> c.answer.subject().reach().heat(), Comparator.reverseOrder())
            .thenComparing(Claim::at)
            .thenComparing(Claim::message)
            .thenComparing(c -> c.answer.subject().key());

    static Optional<Claim> of(Answer answer) {
        if (answer.outcome() instanceof Outcome.Breach breach) {
            return Optional.of(new Claim(
                    answer,
                    breach.cause(),
                    breach.environment(),
                    breach.ownSeverity()
                            .map(own -> own.atMost(answer.card().severity()))
                            .orElse(answer.card().severity()),
                    breach.at(),
                    breach.proof(),
                    breach.message(),
                    breach.effect(),
                    breach.fix(),
                    breach.sites(),
                    null));
        }
        if (answer.outcome() instanceof Outcome.Opportunity chance) {
            return Optional.of(new Claim(
                    answer,
                    chance.cause(),
                    null,
                    Severity.INFO,
                    chance.at(),
                    chance.proof(),
                    chance.message(),
                    "",
                    chance.fix(),
                    List.of(),
                    null));
        }
        return Optional.empty();
    }

    Claim acceptedBy(Suppression suppression) {
        return new Claim(answer, cause, environment, severity, at, proof, message, effect, fix, sites, suppression);
    }

    List<String> services() {
        return answer.subject().services();
    }

    /** What claims of one root cause have in common. */
    Key key() {
        return new Key(answer.rule(), cause, environment == null ? "" : environment, effect.isEmpty());
    }

    /** What claims of one root cause have in common; the environment is empty for all of them. */
    record Key(String rule, String cause, String environment, boolean opportunity) implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::rule)
                .thenComparing(Key::cause)
                .thenComparing(Key::environment)
                .thenComparing(Key::opportunity);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}
