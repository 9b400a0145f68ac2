package io.loadline.system.code;

import io.loadline.code.Node;
import java.util.Set;

/** How many elements a body adds to the collections that it makes. */
final class Fills {

    private static final Set<String> ONE = Set.of("add", "addFirst", "addLast", "offer", "push", "put", "putIfAbsent");
    private static final Set<String> MANY = Set.of("addAll", "putAll", "computeIfAbsent", "merge", "compute");
    private static final int UNKNOWN = -1;

    private final Variables variables;

    Fills(Variables variables) {
        this.variables = variables;
    }

    /** Notes what a call adds, and that a collection handed to the project's own code may grow there. */
    void note(Node.Call call, Target target, Frame frame) {
        if (call.receiver() instanceof Node.Name name) {
            if (ONE.contains(call.name())) {
                variables.fill(name.id(), rounds(frame));
            } else if (MANY.contains(call.name())) {
                variables.fill(name.id(), UNKNOWN);
            }
        }
        if (target.declared().isPresent() || !target.receiver().isKnown()) {
            for (Node argument : call.arguments()) {
                if (argument instanceof Node.Name name) {
                    variables.fill(name.id(), UNKNOWN);
                }
            }
        }
    }

    /** How often a place is come to at most, when the text fixes it. */
    private static int rounds(Frame frame) {
        long rounds = 1;
        for (Frame here : frame.chain()) {
            if (here.kind() == Frame.Kind.DEFERRED || here.kind() == Frame.Kind.LAMBDA) {
                return UNKNOWN;
            }
            Loop loop = here.loop().orElse(null);
            if (loop != null) {
                if (loop.bound() != Loop.Bound.CONSTANT || loop.count() <= 0) {
                    return UNKNOWN;
                }
                rounds *= loop.count();
            }
            if (rounds > Integer.MAX_VALUE) {
                return UNKNOWN;
            }
        }
        return (int) rounds;
    }
}
