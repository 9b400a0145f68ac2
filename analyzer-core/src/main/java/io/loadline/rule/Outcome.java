package io.loadline.rule;

import io.loadline.evidence.Location;
import io.loadline.evidence.Proof;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a rule says of a subject. */
public sealed interface Outcome {

    /** The property holds here. */
    record Holds() implements Outcome {}

    /** The question does not arise here. */
    record NotApplicable() implements Outcome {}

    /**
     * The model does not know enough.
     *
     * @param settledBy what would settle it, as a clause: {@code "the value of HTTP_TIMEOUT in the deployment"}
     */
    record Unknown(String settledBy) implements Outcome {}

    /**
     * The property does not hold, with proof.
     *
     * @param at where a reviewer would put the comment
     * @param cause names the root cause within the system, stable against moved lines; breaches with the same cause are one finding
     * @param message names the subject and the number, one sentence
     * @param effect what happens under load, one sentence
     * @param fix the exact change, one sentence
     * @param severity milder than the rule's own, where set
     * @param environment the environment it is limited to, where it does not hold in all
     */
    record Breach(
            Location at,
            String cause,
            Proof proof,
            String message,
            String effect,
            String fix,
            @Nullable Severity severity,
            @Nullable String environment,
            List<Location> sites)
            implements Outcome {

        public Breach {
            if (effect.isBlank()) {
                throw new IllegalArgumentException("a breach says what happens under load");
            }
            sites = List.copyOf(sites);
        }

        /** The severity it lowers itself to. */
        public Optional<Severity> ownSeverity() {
            return Optional.ofNullable(severity);
        }

        /** This breach, no worse than given. */
        public Breach atMost(Severity limit) {
            Severity milder = severity == null ? limit : severity.atMost(limit);
            return new Breach(at, cause, proof, message, effect, fix, milder, environment, sites);
        }

        /** This breach, in one environment only. */
        public Breach in(@Nullable String only) {
            return new Breach(at, cause, proof, message, effect, fix, severity, only, sites);
        }

        /** This breach with further places at which it shows. */
        public Breach shownAt(List<Location> places) {
            return new Breach(at, cause, proof, message, effect, fix, severity, environment, places);
        }
    }

    /** Nothing is wrong, but there is something to gain: reported as information, never counted against the score. */
    record Opportunity(Location at, String cause, Proof proof, String message, String fix) implements Outcome {}

    /** The property holds. */
    static Outcome holds() {
        return new Holds();
    }

    /** The question does not arise. */
    static Outcome notApplicable() {
        return new NotApplicable();
    }

    /** Not enough is known. */
    static Outcome unknown(String settledBy) {
        return new Unknown(settledBy);
    }

    /** A breach at a place, with its cause and proof; the three sentences follow. */
    static BreachDraft breach(Location at, String cause, Proof proof) {
        return new BreachDraft(at, cause, proof);
    }

    /** A breach that still lacks its three sentences. */
    record BreachDraft(Location at, String cause, Proof proof) {
        /** Completes the breach. */
        public Breach saying(String message, String effect, String fix) {
            return new Breach(at, cause, proof, message, effect, fix, null, null, List.of());
        }
    }
}
