package io.loadline.flow.component;

import io.loadline.evidence.Location;
import io.loadline.flow.component.Expr.Scope;
import io.loadline.system.code.CallSite;
import java.util.List;

/**
 * Everything that configures one thing that is built: the calls that make it, those that make what it is made of, and those made on any
 * of these.
 *
 * @param steps in the order in which they were met
 * @param opaque what may configure it and cannot be seen
 */
record Cone(List<Step> steps, List<Opaque> opaque) {

    /** Nothing configures it. */
    static final Cone EMPTY = new Cone(List.of(), List.of());

    /**
     * A call.
     *
     * @param level 0 for calls on the thing itself or what it is built from in one chain, one more for everything that is handed in
     * @param onward whether it is made on a value rather than leading to one
     */
    record Step(CallSite site, Scope scope, int level, boolean onward) {}

    /** Something that may configure and cannot be seen, as a clause. */
    record Opaque(String why, Location at) {}

    Cone {
        steps = List.copyOf(steps);
        opaque = List.copyOf(opaque);
    }
}
