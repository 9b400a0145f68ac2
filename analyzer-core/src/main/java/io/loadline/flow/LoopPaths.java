package io.loadline.flow;

import io.loadline.catalog.Effect;
import io.loadline.catalog.Trait;
import io.loadline.code.Node;
import io.loadline.evidence.Evidence;
import io.loadline.evidence.Location;
import io.loadline.evidence.Proof;
import io.loadline.flow.Reaches.Way;
import io.loadline.system.Query;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Frame;
import io.loadline.system.code.Loop;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Loops whose rounds lead to an operation, directly or through calls. */
public final class LoopPaths {

    /** Finds the loops of a system that lead to operations. */
    public static final Query<LoopPaths> QUERY = new Query<>("loop paths") {
        @Override
        protected LoopPaths compute(SystemModel system) {
            return new LoopPaths(system);
        }
    };

    /**
     * An operation that is repeated.
     *
     * @param loop what repeats it
     * @param site the call in the method that owns the loop
     * @param way from that call to the operation
     */
    public record Repetition(Loop loop, CallSite site, Effect effect, Way way) {

        /** The operation. */
        public CallSite operation() {
            return way.operation();
        }

        /** Loop, call path and operation as evidence. */
        public Proof proof() {
            Location head = Location.of(site.caller().owner().path(), loop.span());
            Proof proof = Proof.of(head, "one round for each of " + loop.size());
            List<CallSite> sites = way.sites();
            for (CallSite step : sites) {
                proof = proof.and(new Proof(List.of(new Evidence(step.at(), step.title())), way.confidence()));
            }
            return proof;
        }
    }

    private final Reaches reaches;
    private final Operations operations;
    private final List<Repetition> repetitions = new ArrayList<>();
    private final Set<CallSite> repeated = new HashSet<>();

    private LoopPaths(SystemModel system) {
        this.reaches = system.ask(Reaches.QUERY);
        this.operations = system.ask(Operations.QUERY);
        for (ProjectType type : system.code().types()) {
            for (Method method : type.methods()) {
                for (CallSite site : system.code().sites(method)) {
                    repeating(site.frame()).ifPresent(loop -> add(site, loop));
                }
            }
        }
    }

    private void add(CallSite site, Loop loop) {
        for (Effect effect : List.of(Effect.REMOTE, Effect.SEND, Effect.QUERY, Effect.MODEL, Effect.PUBLISH)) {
            reaches.from(site, effect).filter(this::isPerElement).ifPresent(way -> {
                repetitions.add(new Repetition(loop, site, effect, way));
                repeated.add(way.operation());
            });
        }
    }

    private boolean isPerElement(Way way) {
        return operations
                .of(way.operation())
                .filter(o -> !o.traits().contains(Trait.LOCAL))
                .isPresent();
    }

    /** All of them, in the order of files. */
    public List<Repetition> all() {
        return List.copyOf(repetitions);
    }

    /** Whether some loop leads to the operation. */
    public boolean isRepeated(CallSite operation) {
        return repeated.contains(operation);
    }

    /**
     * The loop that repeats a place: the innermost one whose rounds depend on data; where there is none, the innermost loop at all. Text
     * after which a loop ends is not repeated by it, and work handed elsewhere is not repeated by the loop that hands it over.
     */
    static Optional<Loop> repeating(Frame frame) {
        Loop innermost = null;
        boolean last = false;
        for (Frame here : frame.chain()) {
            switch (here.kind()) {
                case LAST -> last = true;
                case LAMBDA -> last = false;
                case DEFERRED -> {
                    return Optional.ofNullable(innermost);
                }
                case LOOP -> {
                    Loop loop = here.loop().orElseThrow();
                    boolean statement =
                            here.node().filter(Node.Loop.class::isInstance).isPresent();
                    if (!statement || !last) {
                        if (loop.bound() == Loop.Bound.DATA) {
                            return Optional.of(loop);
                        }
                        innermost = innermost == null ? loop : innermost;
                    }
                    last = statement && last;
                }
                default -> {}
            }
        }
        return Optional.ofNullable(innermost);
    }
}
