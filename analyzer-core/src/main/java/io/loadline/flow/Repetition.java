package io.loadline.flow;

import io.loadline.catalog.Effect;
import io.loadline.evidence.Confidence;
import io.loadline.evidence.Evidence;
import io.loadline.evidence.Location;
import io.loadline.evidence.Proof;
import io.loadline.flow.Reaches.Way;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Loop;
import java.util.List;

/**
 * A loop whose rounds lead to operations of a class, directly or through calls.
 *
 * @param loop what repeats them
 * @param site the call in the method that owns the loop, for the operation that is told first
 * @param way from that call to the operation
 * @param others calls of the loop that lead to further operations
 * @param outer loops around, possibly in other methods, that repeat this one; it is the one to mend
 * @param varies whether the call has anything to do with the round
 */
public record Repetition(
        Loop loop,
        CallSite site,
        Effect effect,
        Way way,
        List<CallSite> others,
        List<Repetition> outer,
        boolean varies) {

    private static final int TOLD = 4;

    public Repetition {
        others = List.copyOf(others);
        outer = List.copyOf(outer);
    }

    /** The operation. */
    public CallSite operation() {
        return way.operation();
    }

    /** Loop, call path and operation as evidence, then what else the loop does and what repeats it. */
    public Proof proof() {
        Proof proof = Proof.of(head(), "one round for each of " + loop.size());
        for (CallSite step : way.sites()) {
            proof = proof.and(new Proof(List.of(new Evidence(step.at(), step.title())), way.confidence()));
        }
        for (CallSite other : others.subList(0, Math.min(TOLD, others.size()))) {
            proof = proof.and(other.at(), "in the same loop: " + other.title());
        }
        for (Repetition around : outer.subList(0, Math.min(TOLD, outer.size()))) {
            proof = proof.and(
                    around.head(),
                    "repeated in turn for each of " + around.loop().size());
        }
        return proof;
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
