package io.loadline.flow.component;

import io.loadline.evidence.Location;
import io.loadline.flow.component.Cone.Opaque;
import io.loadline.flow.component.Cone.Step;
import io.loadline.flow.component.Expr.Scope;
import io.loadline.system.code.CallSite;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What one walk met and noted so far. */
final class ConeNotes {

    private final Set<Object> met = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Step> steps = new ArrayList<>();
    private final Set<Opaque> opaque = new LinkedHashSet<>();
    private boolean bears = true;

    /** Whether something is met for the first time. */
    boolean meet(Object what) {
        return met.add(what);
    }

    void note(CallSite site, Scope scope, int level, boolean onward) {
        steps.add(new Step(site, scope, level, onward));
    }

    void hide(String why, Location at) {
        opaque.add(new Opaque(why, at));
    }

    /** Whether what is followed just now could bear on limits, so that it matters when it cannot be seen. */
    boolean bears() {
        return bears;
    }

    /** Runs a part of the walk of which it is known whether it could bear on limits. */
    void bearing(boolean matters, Runnable part) {
        boolean before = bears;
        bears = matters;
        part.run();
        bears = before;
    }

    Cone cone() {
        return new Cone(steps, List.copyOf(opaque));
    }
}
