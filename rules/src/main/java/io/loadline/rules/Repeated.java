package io.loadline.rules;

import io.loadline.evidence.Confidence;
import io.loadline.flow.Kept;
import io.loadline.flow.Repetition;
import io.loadline.rule.Outcome;
import io.loadline.rule.Outcome.Breach;
import io.loadline.rule.Severity;
import io.loadline.system.Reach;
import io.loadline.system.Reach.Heat;
import java.util.Optional;

/** How the rules about repetition read a loop: which rounds multiply cost, and which are there for another reason. */
public final class Repeated {

    /** Rounds fixed by the text up to this number are a design, not a growth. */
    private static final int FEW = 10;

    private Repeated() {}

    /** The answer that the loop alone gives; empty when its rounds grow with data and the rule has to say so. */
    public static Optional<Outcome> judge(Repetition repetition) {
        return switch (repetition.loop().bound()) {
            case CONSTANT -> repetition.loop().count() <= FEW ? Optional.of(Outcome.holds()) : Optional.empty();
            case CHUNKED -> Optional.of(Outcome.holds());
            case RETRY, PAGED, POLLING -> Optional.of(Outcome.notApplicable());
            case UNKNOWN ->
                Optional.of(Outcome.unknown(
                        "what bounds the loop over " + repetition.loop().size()));
            case DATA -> sure(repetition);
        };
    }

    private static Optional<Outcome> sure(Repetition repetition) {
        if (repetition.loop().concurrent()) {
            return Optional.of(Outcome.notApplicable());
        }
        if (repetition.way().kept() == Kept.ONCE) {
            return Optional.of(Outcome.holds());
        }
        return repetition.way().confidence() == Confidence.LOW
                ? Optional.of(Outcome.unknown("which implementation of %s runs here"
                        .formatted(repetition.site().title())))
                : Optional.empty();
    }

    /** The change that mends it: out of the loop with what is the same in every round, otherwise as the rule says. */
    public static String fix(Repetition repetition, String otherwise) {
        return repetition.varies()
                ? otherwise
                : "Nothing in the call depends on the round: call %s once before the loop."
                        .formatted(repetition.site().title());
    }

    /** The breach, milder where a cache stands on the way or nobody waits for the loop. */
    public static Breach weigh(Breach breach, Repetition repetition, Reach reach) {
        if (repetition.way().kept() == Kept.PER_KEY || reach.heat() == Heat.STARTUP) {
            return breach.atMost(Severity.MINOR);
        }
        boolean waitedFor = reach.heat() == Heat.REQUEST || reach.heat() == Heat.LISTENER;
        return waitedFor ? breach : breach.atMost(Severity.MAJOR);
    }
}
