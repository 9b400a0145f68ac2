package io.loadline.rules;

import io.loadline.catalog.Trait;
import io.loadline.evidence.Confidence;
import io.loadline.flow.Kept;
import io.loadline.flow.Origin;
import io.loadline.flow.Repetition;
import io.loadline.flow.Repetition.Pace;
import io.loadline.flow.Variation;
import io.loadline.rule.Outcome;
import io.loadline.rule.Outcome.Breach;
import io.loadline.rule.Severity;
import io.loadline.system.Reach;
import io.loadline.system.Reach.Heat;
import io.loadline.system.SystemModel;
import io.loadline.system.code.Loop;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** How the rules about repetition read a loop: which rounds multiply cost, and which are there for another reason. */
public final class Repeated {

    /** Rounds fixed by the text up to this number are a design, not a growth. */
    private static final int FEW = 10;

    /** What a page usually holds, also assumed where nothing is known, and what belongs to one parent. */
    private static final int PAGE = 100;

    private static final int CHILDREN = 30;

    /** A wait in seconds that people do not notice. */
    private static final double UNNOTICED = 0.1;

    private Repeated() {}

    /** The answer that the loop alone gives; empty when its rounds grow with data and the rule has to say so. */
    public static Optional<Outcome> judge(Repetition repetition, SystemModel system) {
        OptionalLong stated = stated(repetition, system);
        if (stated.isPresent() && stated.getAsLong() <= FEW) {
            return Optional.of(Outcome.holds());
        }
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
        boolean sameKey = repetition.variation() != Variation.VARIES;
        if (repetition.way().kept() == Kept.ONCE || (repetition.way().kept() == Kept.PER_KEY && sameKey)) {
            return Optional.of(Outcome.holds());
        }
        if (repetition.traits().contains(Trait.ADDRESS_DECIDES)) {
            return Optional.of(Outcome.unknown("whether the address of %s is one of the network"
                    .formatted(repetition.operation().title())));
        }
        return repetition.way().confidence() == Confidence.LOW
                ? Optional.of(Outcome.unknown("which implementation of %s runs here"
                        .formatted(repetition.site().title())))
                : ofSession(repetition);
    }

    /** What a session has read by its key it answers from memory. */
    private static Optional<Outcome> ofSession(Repetition repetition) {
        return repetition.variation() != Variation.VARIES && repetition.traits().contains(Trait.BY_KEY)
                ? Optional.of(Outcome.unknown("whether one session spans the rounds, so that %s is asked for once"
                        .formatted(repetition.operation().title())))
                : Optional.empty();
    }

    private static OptionalLong stated(Repetition repetition, SystemModel system) {
        return system.declared().sizes().entrySet().stream()
                .filter(size -> size.getKey().equalsIgnoreCase(repetition.loop().size()))
                .mapToLong(size -> size.getValue())
                .findFirst();
    }

    /**
     * What the rounds cost by a number of rounds and a time for each of them.
     *
     * @param usual the number where the elements are as many as there is data
     * @param millis for one round
     */
    public static Cost cost(Repetition repetition, SystemModel system, long usual, long millis) {
        OptionalLong stated = stated(repetition, system);
        boolean fixed = stated.isEmpty() && repetition.loop().bound() == Loop.Bound.CONSTANT;
        long rounds = fixed ? repetition.loop().count() : stated.orElse(usual(repetition.origin(), usual));
        return new Cost(rounds, rounds * millis / 1000.0, stated.isPresent(), fixed);
    }

    private static long usual(Origin origin, long otherwise) {
        return switch (origin) {
            case STORED -> otherwise;
            case CHILDREN -> Math.min(CHILDREN, otherwise);
            case PAGE, REMOTE, OTHER -> Math.min(PAGE, otherwise);
        };
    }

    /**
     * What the rounds of a loop cost.
     *
     * @param seconds of waiting
     * @param isStated whether people state the number of rounds
     * @param isFixed whether the text fixes it
     */
    public record Cost(long rounds, double seconds, boolean isStated, boolean isFixed) {

        /** {@code 1,000}. */
        public String times() {
            return String.format(Locale.ROOT, "%,d", rounds);
        }

        /** {@code 1 s}. */
        public String waiting() {
            return String.format(Locale.ROOT, "%,.1f s", seconds).replace(".0 s", " s");
        }
    }

    /** The change that mends it: out of the loop with what is the same in every round, otherwise as the rule says. */
    public static String fix(Repetition repetition, String otherwise) {
        return switch (repetition.variation()) {
            case VARIES -> otherwise;
            case SAME_CALL ->
                "Nothing in the call depends on the round: call %s once before the loop."
                        .formatted(repetition.site().title());
            case SAME_KEY ->
                "What %s is given is the same in every round: call it once before the loop and pass its result on."
                        .formatted(repetition.operation().title());
        };
    }

    /** How the effect begins: whether there are that many elements, or may be. */
    public static String given(Repetition repetition, Cost cost) {
        if (cost.isFixed()) {
            return "In its " + cost.times() + " rounds";
        }
        String many = cost.times() + " " + repetition.elements();
        if (cost.isStated()) {
            return "With " + many + ", as stated,";
        }
        return repetition.origin() == Origin.STORED ? "With " + many : "If there are " + many + ", then";
    }

    /**
     * The breach, milder where few rounds pay or their cost is not noticed, where nobody waits for the loop or its operation, where rounds
     * overlap, and where the elements are not known to be as many as there is data.
     */
    public static Breach weigh(Breach breach, Repetition repetition, Cost cost, Reach reach) {
        boolean seldom =
                repetition.way().kept() == Kept.PER_KEY || repetition.chance() == Repetition.Chance.AFTER_FAILURE;
        if (seldom
                || cost.seconds() < UNNOTICED
                || reach.heat() == Heat.STARTUP
                || repetition.pace() == Pace.HANDED_OVER) {
            return breach.atMost(Severity.MINOR);
        }
        boolean waitedFor = reach.heat() == Heat.REQUEST || reach.heat() == Heat.LISTENER;
        return waitedFor
                        && repetition.origin() == Origin.STORED
                        && repetition.pace() == Pace.ONE_BY_ONE
                        && repetition.chance() == Repetition.Chance.EVERY_ROUND
                ? breach
                : breach.atMost(Severity.MAJOR);
    }
}
