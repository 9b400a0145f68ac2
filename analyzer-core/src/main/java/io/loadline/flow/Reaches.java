package io.loadline.flow;

import io.loadline.catalog.Effect;
import io.loadline.evidence.Confidence;
import io.loadline.flow.component.Callers;
import io.loadline.system.Query;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Code;
import io.loadline.system.code.Method;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The plainest way from a call to an operation of each class, through calls that run while the method runs. Work that is handed to other
 * threads or put off is not followed, nor is what ends by throwing.
 */
public final class Reaches {

    /** Finds the ways of a system. */
    public static final Query<Reaches> QUERY = new Query<>("ways to operations") {
        @Override
        protected Reaches compute(SystemModel system) {
            return new Reaches(system);
        }
    };

    /**
     * A way to an operation.
     *
     * @param sites calls in order; the last one is the operation
     * @param confidence of the weakest call on the way
     * @param kept how long results on the way are kept
     * @param choices how many choices below the first call have to fall that way
     * @param afterFailure whether a call below the first is only come to when something has failed
     */
    public record Way(List<CallSite> sites, Confidence confidence, Kept kept, int choices, boolean afterFailure) {
        public Way {
            sites = List.copyOf(sites);
        }

        /** The operation it leads to. */
        public CallSite operation() {
            return sites.get(sites.size() - 1);
        }
    }

    private record Reached(Method method, Plainness plainness, int order) {}

    private final Operations operations;
    private final CallGraph graph;
    private final Annotated annotated;
    private final Handed handed;
    private final Memo memo;
    private final Code code;
    private final Map<Effect, Map<Method, Plainness>> plainest = new EnumMap<>(Effect.class);

    private Reaches(SystemModel system) {
        this.operations = system.ask(Operations.QUERY);
        this.graph = system.ask(CallGraph.QUERY);
        this.annotated = system.ask(Annotated.QUERY);
        this.handed = system.ask(Handed.QUERY);
        this.code = system.code();
        this.memo = new Memo(code, operations);
        Callers callers = system.ask(Callers.QUERY);
        for (Effect effect : Effect.values()) {
            plainest.put(effect, spread(effect, callers));
        }
    }

    /** The plainest ways from all methods, from the operations upwards. */
    private Map<Method, Plainness> spread(Effect effect, Callers callers) {
        Map<Method, Plainness> found = new HashMap<>();
        PriorityQueue<Reached> open =
                new PriorityQueue<>(Comparator.comparing(Reached::plainness).thenComparing(Reached::order));
        int order = 0;
        for (CallSite site : operations.sites()) {
            if (operations.does(site, effect) && handed.runsNow(site)) {
                order = reach(site, Plainness.HERE, found, open, order);
            }
        }
        while (!open.isEmpty()) {
            Reached here = open.remove();
            if (!here.plainness().equals(found.get(here.method())) || annotated.runsElsewhere(here.method())) {
                continue;
            }
            Plainness from = here.plainness().keeping(annotated.keeps(here.method()));
            for (CallSite site : callers.of(here.method())) {
                if (operations.of(site).isEmpty() && handed.runsNow(site)) {
                    order = reach(site, from, found, open, order);
                }
            }
        }
        return found;
    }

    private int reach(
            CallSite site, Plainness from, Map<Method, Plainness> found, PriorityQueue<Reached> open, int order) {
        Guards guards = Guards.of(site);
        if (guards.ends()) {
            return order;
        }
        Plainness all = from.and(Plainness.of(memo.keeps(site), guards));
        Plainness before = found.get(site.caller());
        if (before == null || all.compareTo(before) < 0) {
            found.put(site.caller(), all);
            open.add(new Reached(site.caller(), all, order));
        }
        return order + 1;
    }

    /** Whether a call leads to an operation of a class at all. */
    public boolean leads(CallSite site, Effect effect) {
        if (operations.of(site).isPresent()) {
            return operations.does(site, effect);
        }
        Map<Method, Plainness> known = plainest.getOrDefault(effect, Map.of());
        return !known.isEmpty()
                && graph.from(site).methods().stream()
                        .anyMatch(m -> known.containsKey(m) && !annotated.runsElsewhere(m));
    }

    /** The plainest way from a call to an operation of a class, the call first. */
    public Optional<Way> from(CallSite site, Effect effect) {
        if (operations.of(site).isPresent()) {
            return operations.does(site, effect)
                    ? Optional.of(new Way(List.of(site), Confidence.HIGH, memo.keeps(site), 0, false))
                    : Optional.empty();
        }
        return leads(site, effect) ? search(effect).from(site) : Optional.empty();
    }

    /** The plainest way from a method to an operation of a class. */
    public Optional<Way> from(Method method, Effect effect) {
        return plainest.getOrDefault(effect, Map.of()).containsKey(method)
                ? search(effect).from(method)
                : Optional.empty();
    }

    private WaySearch search(Effect effect) {
        return new WaySearch(
                effect, plainest.getOrDefault(effect, Map.of()), code, operations, graph, annotated, handed, memo);
    }
}
