package io.loadline.flow;

import io.loadline.catalog.Effect;
import io.loadline.catalog.Trait;
import io.loadline.evidence.Confidence;
import io.loadline.evidence.Evidence;
import io.loadline.evidence.Location;
import io.loadline.evidence.Proof;
import io.loadline.flow.Reaches.Way;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Loop;
import java.util.List;
import java.util.Locale;

/**
 * A loop whose rounds lead to operations of a class, directly or through calls.
 *
 * @param loop what repeats them
 * @param site the call in the method that owns the loop, for the operation that is told first
 * @param way from that call to the operation
 * @param others calls of the loop that lead to further operations
 * @param outer loops around, possibly in other methods, that repeat this one; it is the one to mend
 * @param variation what the operation has to do with the round
 * @param chance how many of the rounds come to the operation
 * @param origin where the elements come from
 * @param pace whether a round waits for the operation
 * @param traits of the operation
 */
public record Repetition(
        Loop loop,
        CallSite site,
        Effect effect,
        Way way,
        List<CallSite> others,
        List<Around> outer,
        Variation variation,
        Chance chance,
        Origin origin,
        Pace pace,
        List<Trait> traits) {

    /** How many rounds come to the operation. */
    public enum Chance {
        EVERY_ROUND,
        SOME_ROUNDS,
        AFTER_FAILURE
    }

    /** How one round follows another. */
    public enum Pace {
        /** Each waits for its operation. */
        ONE_BY_ONE,
        /** Several run at the same moment. */
        SIDE_BY_SIDE,
        /** Each leaves its operation to others and goes on. */
        HANDED_OVER
    }

    /**
     * A loop that repeats another.
     *
     * @param site the call within it that leads there
     */
    public record Around(Loop loop, CallSite site) {

        Location head() {
            return Location.of(site.caller().owner().path(), loop.span());
        }
    }

    private static final int TOLD = 4;

    public Repetition {
        others = List.copyOf(others);
        outer = List.copyOf(outer);
        traits = List.copyOf(traits);
    }

    /** The operation. */
    public CallSite operation() {
        return way.operation();
    }

    /** Loop, call path and operation as evidence, then what else the loop does and what repeats it. */
    public Proof proof() {
        Proof proof = Proof.of(head(), isFixed(loop) ? rounds(loop) : "one round for each " + element(loop));
        for (CallSite step : way.sites()) {
            proof = proof.and(new Proof(List.of(new Evidence(step.at(), step.title())), way.confidence()));
        }
        for (CallSite other : others.subList(0, Math.min(TOLD, others.size()))) {
            proof = proof.and(other.at(), "in the same loop: " + other.title());
        }
        for (Around around : outer.subList(0, Math.min(TOLD, outer.size()))) {
            proof = proof.and(around.head(), "repeated in turn for each " + element(around.loop()));
        }
        return proof;
    }

    /** The elements of the loop, for people: {@code elements of orders}. */
    public String elements() {
        return isNamed(loop) ? "elements of " + loop.size() : "elements";
    }

    /** One of the elements, for people: {@code element of orders}. */
    public String element() {
        return element(loop);
    }

    private static String element(Loop loop) {
        if (isFixed(loop)) {
            return "of " + rounds(loop);
        }
        return isNamed(loop) ? "element of " + loop.size() : "element";
    }

    private static boolean isFixed(Loop loop) {
        return loop.bound() == Loop.Bound.CONSTANT;
    }

    private static String rounds(Loop loop) {
        return String.format(Locale.ROOT, "%,d rounds", loop.count());
    }

    private static boolean isNamed(Loop loop) {
        return !loop.size().equals("elements");
    }

    /** Where the loop stands. */
    public Location head() {
        return Location.of(site.caller().owner().path(), loop.span());
    }

    /** What one round does, for people: {@code "orders.save and 2 more calls"}. */
    public String work() {
        String more = others.size() == 1 ? " and 1 more call" : " and " + others.size() + " more calls";
        return operation().title() + (others.isEmpty() ? "" : more);
    }

    /** How sure it is that the rounds lead to the operation. */
    public Confidence confidence() {
        return way.confidence();
    }
}
