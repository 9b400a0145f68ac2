package io.loadline.flow;

import io.loadline.catalog.Effect;
import io.loadline.catalog.Trait;
import io.loadline.code.Node;
import io.loadline.flow.Reaches.Way;
import io.loadline.system.Query;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Frame;
import io.loadline.system.code.Loop;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Loops whose rounds lead to an operation, directly or through calls. A loop is told once, with everything it repeats; a loop that
 * leads to operations only through another such loop is told with that one.
 */
public final class LoopPaths {

    /** Finds the loops of a system that lead to operations. */
    public static final Query<LoopPaths> QUERY = new Query<>("loop paths") {
        @Override
        protected LoopPaths compute(SystemModel system) {
            return new LoopPaths(system);
        }
    };

    private static final List<Effect> EFFECTS =
            List.of(Effect.REMOTE, Effect.SEND, Effect.QUERY, Effect.MODEL, Effect.PUBLISH);

    private final Reaches reaches;
    private final Operations operations;
    private final Rounds rounds;
    private final Map<Effect, List<Repetition>> all = new LinkedHashMap<>();
    private final Set<CallSite> repeated = new HashSet<>();

    private LoopPaths(SystemModel system) {
        this.reaches = system.ask(Reaches.QUERY);
        this.operations = system.ask(Operations.QUERY);
        this.rounds = new Rounds(system.code());
        for (Effect effect : EFFECTS) {
            List<One> found = new ArrayList<>();
            for (ProjectType type : system.code().types()) {
                for (Method method : type.methods()) {
                    for (CallSite site : system.code().sites(method)) {
                        rounds.of(site).flatMap(loop -> one(site, loop, effect)).ifPresent(found::add);
                    }
                }
            }
            all.put(effect, joined(found, effect));
        }
    }

    /** One call of a loop that leads to an operation. */
    private record One(Loop loop, CallSite site, Way way) {

        /** What is surest and plainest comes first: it is what a reviewer is told. */
        static final Comparator<One> PLAINEST = Comparator.comparing(
                        (One one) -> one.way().kept())
                .thenComparing(one -> one.way().confidence())
                .thenComparing(One::isConditional)
                .thenComparing(one -> one.way().sites().size())
                .thenComparing(one -> one.site().order());

        private boolean isConditional() {
            for (Frame frame : site.frame().chain()) {
                if (frame.loop().filter(l -> same(l, loop)).isPresent()) {
                    return false;
                }
                if (frame.kind() == Frame.Kind.ARM || frame.kind() == Frame.Kind.HANDLER) {
                    return true;
                }
            }
            return false;
        }
    }

    private Optional<One> one(CallSite site, Loop loop, Effect effect) {
        return reaches.from(site, effect).filter(this::isPerElement).map(way -> {
            repeated.add(way.operation());
            return new One(loop, site, way);
        });
    }

    private boolean isPerElement(Way way) {
        return operations
                .of(way.operation())
                .filter(o -> !o.traits().contains(Trait.LOCAL))
                .isPresent();
    }

    private List<Repetition> joined(List<One> found, Effect effect) {
        Map<CallSite, One> bySite = new HashMap<>();
        found.stream().filter(one -> grows(one.loop())).forEach(one -> bySite.put(one.site(), one));
        IdentityHashMap<Loop, List<One>> byLoop = new IdentityHashMap<>();
        IdentityHashMap<Loop, List<One>> around = new IdentityHashMap<>();
        List<Loop> order = new ArrayList<>();
        for (One one : found) {
            Optional<One> inner = innermost(one, bySite);
            if (inner.isPresent()) {
                around.computeIfAbsent(inner.get().loop(), l -> new ArrayList<>())
                        .add(one);
            } else {
                byLoop.computeIfAbsent(one.loop(), loop -> {
                            order.add(loop);
                            return new ArrayList<>();
                        })
                        .add(one);
            }
        }
        return order.stream()
                .map(loop ->
                        repetition(byLoop.getOrDefault(loop, List.of()), around.getOrDefault(loop, List.of()), effect))
                .toList();
    }

    /** Two loops that look alike are still two. */
    private static boolean same(Object one, Object other) {
        return one == other;
    }

    private static boolean grows(Loop loop) {
        return loop.bound() == Loop.Bound.DATA && !loop.concurrent();
    }

    /** The last loop on the way that repeats the operation by itself; empty where the first one does. */
    private static Optional<One> innermost(One one, Map<CallSite, One> bySite) {
        List<CallSite> sites = one.way().sites();
        for (int i = sites.size() - 1; i > 0; i--) {
            One inner = bySite.get(sites.get(i));
            if (inner != null
                    && !same(inner.loop(), one.loop())
                    && inner.way().operation() == one.way().operation()) {
                return Optional.of(inner);
            }
        }
        return Optional.empty();
    }

    private Repetition repetition(List<One> ones, List<One> around, Effect effect) {
        List<One> sorted = ones.stream().sorted(One.PLAINEST).toList();
        One first = sorted.get(0);
        List<CallSite> others = sorted.stream()
                .skip(1)
                .filter(one -> one.way().kept() == Kept.NOT)
                .map(One::site)
                .sorted(Comparator.comparing(CallSite::at))
                .toList();
        List<Repetition> outer = around.stream()
                .sorted(Comparator.comparing((One one) -> one.site().at()))
                .map(one -> new Repetition(one.loop(), one.site(), effect, one.way(), List.of(), List.of(), true))
                .toList();
        return new Repetition(
                first.loop(),
                first.site(),
                effect,
                first.way(),
                others,
                outer,
                rounds.varies(first.site(), first.loop()));
    }

    /** All that lead to operations of a class, in the order of files. */
    public List<Repetition> all(Effect effect) {
        return all.getOrDefault(effect, List.of());
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
