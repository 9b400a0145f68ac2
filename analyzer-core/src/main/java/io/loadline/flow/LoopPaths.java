package io.loadline.flow;

import io.loadline.catalog.Effect;
import io.loadline.catalog.Trait;
import io.loadline.code.Same;
import io.loadline.flow.Reaches.Way;
import io.loadline.system.Query;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Frame;
import io.loadline.system.code.Loop;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
            List.of(Effect.REMOTE, Effect.SEND, Effect.QUERY, Effect.CACHE, Effect.MODEL, Effect.PUBLISH);

    private final SystemModel system;
    private final Reaches reaches;
    private final Operations operations;
    private final Rounds rounds;
    private final Elements elements;
    private final CallGraph graph;
    private final Handed handed;
    private final Map<Effect, List<Repetition>> all = new LinkedHashMap<>();
    private final Set<CallSite> repeated = new HashSet<>();

    private LoopPaths(SystemModel system) {
        this.system = system;
        this.reaches = system.ask(Reaches.QUERY);
        this.operations = system.ask(Operations.QUERY);
        this.graph = system.ask(CallGraph.QUERY);
        this.handed = system.ask(Handed.QUERY);
        this.rounds = new Rounds(system);
        this.elements = new Elements(system);
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
        all.computeIfPresent(Effect.CACHE, (cache, found) -> withoutLoopsOf(Effect.QUERY, found));
    }

    /** A loop over a data store and a cache is told with the data store. */
    private List<Repetition> withoutLoopsOf(Effect effect, List<Repetition> found) {
        Set<Loop> told = Collections.newSetFromMap(new IdentityHashMap<>());
        all(effect).forEach(repetition -> told.add(repetition.loop()));
        return found.stream()
                .filter(repetition -> !told.contains(repetition.loop()))
                .toList();
    }

    /** One call of a loop that leads to an operation. */
    private record One(Loop loop, CallSite site, Way way, Guards guards, Plainness plainness, List<Trait> traits) {

        /** What is plainest and surest comes first: it is what a reviewer is told. */
        static final Comparator<One> PLAINEST = Comparator.comparing(One::isPutOff)
                .thenComparing(One::plainness)
                .thenComparing(one -> one.way().confidence())
                .thenComparing(one -> one.site().order());

        static One of(Loop loop, CallSite site, Way way, List<Trait> traits) {
            Guards guards = Guards.of(site, loop);
            Plainness below =
                    new Plainness(way.kept(), way.choices(), way.sites().size() - 1);
            return new One(
                    loop, site, way, guards, Plainness.of(Kept.NOT, guards).and(below), traits);
        }

        /** Whether the operation may not go out at once, or not at all. */
        boolean isPutOff() {
            return traits.contains(Trait.QUEUED) || traits.contains(Trait.IF_MISSING);
        }

        boolean afterFailure() {
            return guards.afterFailure() || way.afterFailure();
        }
    }

    private Optional<One> one(CallSite site, Loop loop, Effect effect) {
        return reaches.from(site, effect).flatMap(way -> {
            List<Trait> traits = operations.of(way.operation()).orElseThrow().traits();
            if (traits.contains(Trait.LOCAL)) {
                return Optional.empty();
            }
            repeated.add(way.operation());
            return Optional.of(One.of(loop, site, way, traits));
        });
    }

    private List<Repetition> joined(List<One> found, Effect effect) {
        Map<CallSite, One> bySite = new HashMap<>();
        found.stream().filter(one -> grows(one.loop())).forEach(one -> bySite.put(one.site(), one));
        IdentityHashMap<Loop, List<One>> byLoop = new IdentityHashMap<>();
        IdentityHashMap<Loop, List<One>> around = new IdentityHashMap<>();
        List<Loop> order = new ArrayList<>();
        for (One one : found) {
            Optional<One> inner = innermost(one, bySite).or(() -> outsideRecursion(one, found));
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

    private static boolean grows(Loop loop) {
        return loop.bound() == Loop.Bound.DATA;
    }

    /** The last loop on the way that repeats the operation by itself; empty where the first one does. */
    private static Optional<One> innermost(One one, Map<CallSite, One> bySite) {
        List<CallSite> sites = one.way().sites();
        for (int i = sites.size() - 1; i > 0; i--) {
            One inner = bySite.get(sites.get(i));
            if (inner != null
                    && !Same.is(inner.loop(), one.loop())
                    && inner.way().operation() == one.way().operation()) {
                return Optional.of(inner);
            }
        }
        return Optional.empty();
    }

    /** The loop in another method that starts the recursion of which this one is a part. */
    private Optional<One> outsideRecursion(One one, List<One> found) {
        Method method = one.site().caller();
        return graph.from(one.site()).methods().contains(method)
                ? found.stream()
                        .filter(other -> other.site().caller() != method
                                && grows(other.loop())
                                && other.way().operation() == one.way().operation()
                                && other.way().sites().stream().anyMatch(s -> s.caller() == method))
                        .findFirst()
                : Optional.empty();
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
        return new Repetition(
                first.loop(),
                first.site(),
                effect,
                first.way(),
                others,
                outer(first, around),
                first.traits().contains(Trait.WRITE)
                        ? Variation.VARIES
                        : Variation.of(first.loop(), first.way().sites()),
                chance(first),
                elements.of(first.site(), first.loop()),
                pace(first),
                first.traits());
    }

    /** Whether the rounds wait for their operation; what is only handed over waits where something else in the round does. */
    private Repetition.Pace pace(One one) {
        if (one.loop().concurrent()) {
            return Repetition.Pace.SIDE_BY_SIDE;
        }
        boolean handedOver = one.traits().contains(Trait.ASYNC)
                && Stream.concat(
                                one.way().sites().stream()
                                        .skip(1)
                                        .flatMap(step -> system.code().sites(step.caller()).stream()),
                                system.code().sites(one.site().caller()).stream()
                                        .filter(site -> isWithin(site, one.loop())))
                        .noneMatch(site -> operations.does(site, Effect.WAIT));
        return handedOver ? Repetition.Pace.HANDED_OVER : Repetition.Pace.ONE_BY_ONE;
    }

    private static boolean isWithin(CallSite site, Loop loop) {
        return site.frame().chain().stream()
                .flatMap(frame -> frame.loop().stream())
                .anyMatch(around -> Same.is(around, loop));
    }

    private static Repetition.Chance chance(One one) {
        if (one.afterFailure()) {
            return Repetition.Chance.AFTER_FAILURE;
        }
        return one.plainness().choices() > 0 ? Repetition.Chance.SOME_ROUNDS : Repetition.Chance.EVERY_ROUND;
    }

    /** The loops around: those in the same text, and those elsewhere that lead to this one. */
    private List<Repetition.Around> outer(One first, List<One> around) {
        List<Repetition.Around> all = new ArrayList<>();
        boolean inside = true;
        for (Frame frame : first.site().frame().chain()) {
            if (handed.isPutOff(frame)) {
                break;
            }
            Optional<Loop> loop = frame.loop();
            if (!inside && loop.filter(LoopPaths::grows).isPresent()) {
                all.add(new Repetition.Around(loop.get(), first.site()));
            }
            inside &= loop.filter(l -> Same.is(l, first.loop())).isEmpty();
        }
        around.stream()
                .sorted(Comparator.comparing((One one) -> one.site().at()))
                .map(one -> new Repetition.Around(one.loop(), one.site()))
                .forEach(all::add);
        return all;
    }

    /** All that lead to operations of a class, in the order of files. */
    public List<Repetition> all(Effect effect) {
        return all.getOrDefault(effect, List.of());
    }

    /** Whether some loop leads to the operation. */
    public boolean isRepeated(CallSite operation) {
        return repeated.contains(operation);
    }
}
