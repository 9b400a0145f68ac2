package io.loadline.flow;

import io.loadline.catalog.Effect;
import io.loadline.evidence.Confidence;
import io.loadline.system.Query;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Code;
import io.loadline.system.code.Frame;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The shortest way from every method to the nearest operation of each class, through calls that run while the method runs. Work that is
 * handed to other threads or put off is not followed.
 */
public final class Reaches {

    /** Finds the nearest operations of a system. */
    public static final Query<Reaches> QUERY = new Query<>("nearest operations") {
        @Override
        protected Reaches compute(SystemModel system) {
            return new Reaches(system);
        }
    };

    /** Ways longer than this are not told: nobody can act on them. */
    private static final int LONGEST = 8;

    /**
     * A way to an operation.
     *
     * @param sites calls in order; the last one is the operation
     * @param confidence of the weakest call on the way
     * @param kept how long results on the way are kept
     */
    public record Way(List<CallSite> sites, Confidence confidence, Kept kept) {
        public Way {
            sites = List.copyOf(sites);
        }

        /** The operation it leads to. */
        public CallSite operation() {
            return sites.get(sites.size() - 1);
        }
    }

    private record Step(CallSite site, int distance, Confidence confidence) {}

    private final Operations operations;
    private final CallGraph graph;
    private final Annotated annotated;
    private final Memo memo;
    /** Nearest operations that every call pays for, and nearest ones at all. */
    private final Map<Effect, Map<Method, Step>> paid = new EnumMap<>(Effect.class);

    private final Map<Effect, Map<Method, Step>> nearest = new EnumMap<>(Effect.class);

    private Reaches(SystemModel system) {
        this.operations = system.ask(Operations.QUERY);
        this.graph = system.ask(CallGraph.QUERY);
        this.annotated = system.ask(Annotated.QUERY);
        Code code = system.code();
        this.memo = new Memo(code);
        Map<Method, List<CallSite>> callers = new HashMap<>();
        for (ProjectType type : code.types()) {
            for (Method method : type.methods()) {
                for (CallSite site : code.sites(method)) {
                    if (runsNow(site)) {
                        graph.from(site)
                                .methods()
                                .forEach(m -> callers.computeIfAbsent(m, k -> new ArrayList<>(2))
                                        .add(site));
                    }
                }
            }
        }
        for (Effect effect : Effect.values()) {
            paid.put(effect, spread(effect, callers, true));
            nearest.put(effect, spread(effect, callers, false));
        }
    }

    /** Whether a call runs while its caller runs. */
    public static boolean runsNow(CallSite site) {
        return site.frame().chain().stream().noneMatch(f -> f.kind() == Frame.Kind.DEFERRED);
    }

    private Map<Method, Step> spread(Effect effect, Map<Method, List<CallSite>> callers, boolean always) {
        Map<Method, Step> steps = new HashMap<>();
        Deque<Method> open = new ArrayDeque<>();
        for (CallSite site : operations.sites()) {
            if (operations.does(site, effect) && runsNow(site) && !(always && memo.keeps(site) != Kept.NOT)) {
                reach(site, 0, Confidence.HIGH, steps, open);
            }
        }
        while (!open.isEmpty()) {
            Method reached = open.remove();
            Step from = steps.get(reached);
            if (from == null
                    || from.distance() >= LONGEST
                    || annotated.runsElsewhere(reached)
                    || (always && annotated.keeps(reached) != Kept.NOT)) {
                continue;
            }
            for (CallSite site : callers.getOrDefault(reached, List.of())) {
                if (operations.of(site).isEmpty() && !(always && memo.keeps(site) != Kept.NOT)) {
                    Confidence sure = from.confidence().and(graph.from(site).confidence());
                    reach(site, from.distance() + 1, sure, steps, open);
                }
            }
        }
        return steps;
    }

    private static void reach(
            CallSite site, int distance, Confidence confidence, Map<Method, Step> steps, Deque<Method> open) {
        if (steps.putIfAbsent(site.caller(), new Step(site, distance, confidence)) == null) {
            open.add(site.caller());
        }
    }

    /** The way from a call to the nearest operation of a class, the call first; one that every call pays for where there is any. */
    public Optional<Way> from(CallSite site, Effect effect) {
        if (operations.of(site).isPresent()) {
            return operations.does(site, effect)
                    ? Optional.of(new Way(List.of(site), Confidence.HIGH, memo.keeps(site)))
                    : Optional.empty();
        }
        Way best = null;
        for (Method callee : graph.from(site).methods()) {
            Optional<Way> way = annotated.runsElsewhere(callee) ? Optional.empty() : from(callee, effect);
            if (way.isPresent() && (best == null || NEARER.compare(way.get(), best) < 0)) {
                best = way.get();
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        List<CallSite> all = new ArrayList<>();
        all.add(site);
        all.addAll(best.sites());
        return Optional.of(new Way(
                all,
                best.confidence().and(graph.from(site).confidence()),
                best.kept().and(memo.keeps(site))));
    }

    private static final Comparator<Way> NEARER =
            Comparator.comparing(Way::kept).thenComparing(way -> way.sites().size());

    /** The way from a method to the nearest operation of a class; one that every call pays for where there is any. */
    public Optional<Way> from(Method method, Effect effect) {
        Optional<Way> always = annotated.keeps(method) == Kept.NOT
                ? along(method, paid.getOrDefault(effect, Map.of()), m -> annotated.keeps(m) == Kept.NOT)
                : Optional.empty();
        return always.or(() -> along(method, nearest.getOrDefault(effect, Map.of()), m -> true));
    }

    private Optional<Way> along(Method method, Map<Method, Step> steps, Predicate<Method> through) {
        Step step = steps.get(method);
        if (step == null) {
            return Optional.empty();
        }
        List<CallSite> sites = new ArrayList<>();
        Kept kept = annotated.keeps(method).and(memo.keeps(step.site()));
        Confidence confidence = step.confidence();
        Step here = step;
        while (true) {
            sites.add(here.site());
            if (here.distance() == 0) {
                return Optional.of(new Way(sites, confidence, kept));
            }
            Step next = nearestOf(
                    graph.from(here.site()).methods().stream().filter(through).toList(), steps, here.distance() - 1);
            kept = kept.and(annotated.keeps(next.site().caller())).and(memo.keeps(next.site()));
            here = next;
        }
    }

    private static Step nearestOf(List<Method> callees, Map<Method, Step> steps, int distance) {
        Predicate<Step> next = s -> s.distance() == distance;
        return callees.stream()
                .map(steps::get)
                .filter(s -> s != null && next.test(s))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a step leads nowhere"));
    }
}
