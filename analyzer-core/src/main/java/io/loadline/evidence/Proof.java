package io.loadline.evidence;

import java.util.ArrayList;
import java.util.List;

/**
 * A chain of evidence. Its confidence is that of its weakest link.
 *
 * @param steps in the order in which a reader follows them; never empty
 */
public record Proof(List<Evidence> steps, Confidence confidence) {

    public Proof {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a proof needs at least one piece of evidence");
        }
    }

    /** What is plainly to be seen at one place. */
    public static Proof of(Location at, String label) {
        return new Proof(List.of(new Evidence(at, label)), Confidence.HIGH);
    }

    /** This chain, continued by something that is plainly to be seen. */
    public Proof and(Location at, String label) {
        return and(new Proof(List.of(new Evidence(at, label)), Confidence.HIGH));
    }

    /** This chain, continued by another. */
    public Proof and(Proof next) {
        List<Evidence> all = new ArrayList<>(steps);
        all.addAll(next.steps);
        return new Proof(all, confidence.and(next.confidence));
    }

    /** This chain, resting on something that is no surer than given. */
    public Proof atMost(Confidence limit) {
        return new Proof(steps, confidence.and(limit));
    }
}
