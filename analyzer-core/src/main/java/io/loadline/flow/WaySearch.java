package io.loadline.flow;

import io.loadline.catalog.Effect;
import io.loadline.evidence.Confidence;
import io.loadline.flow.Reaches.Way;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Code;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Searches one way, best first, with what is known along it: the object that runs a method, and the constants passed to it. What the
 * plainest ways cost without that knowledge guides the search (A*).
 */
final class WaySearch {

    /** Ways longer than this are not told: nobody can act on them. */
    private static final int LONGEST = 8;

    /** Searches that look at more than this find nothing. */
    private static final int MOST = 2_000;

    private final Effect effect;
    private final Map<Method, Plainness> plainest;
    private final Code code;
    private final Operations operations;
    private final CallGraph graph;
    private final Annotated annotated;
    private final Handed handed;
    private final Memo memo;
    private final PriorityQueue<Stop> open =
            new PriorityQueue<>(Comparator.comparing(Stop::expected).thenComparing(Stop::order));
    private final Set<Place> seen = new HashSet<>();
    private int order;

    /** @param plainest what the ways from each method cost at least */
    WaySearch(
            Effect effect,
            Map<Method, Plainness> plainest,
            Code code,
            Operations operations,
            CallGraph graph,
            Annotated annotated,
            Handed handed,
            Memo memo) {
        this.effect = effect;
        this.plainest = plainest;
        this.code = code;
        this.operations = operations;
        this.graph = graph;
        this.annotated = annotated;
        this.handed = handed;
        this.memo = memo;
    }

    /** A method as it is come to: by which object, with which constants. */
    private record Place(Method method, @Nullable ProjectType self, Passed passed) {}

    /**
     * A point of the search: a method to look into, or an operation.
     *
     * @param place absent for an operation
     * @param via the call that leads here; absent for the first method
     * @param cost of the way so far
     * @param expected cost of the whole way at least
     */
    private record Stop(
            @Nullable Place place,
            @Nullable CallSite via,
            @Nullable Stop before,
            Plainness cost,
            Plainness expected,
            Confidence confidence,
            boolean afterFailure,
            int order) {}

    Optional<Way> from(Method method) {
        Plainness start = Plainness.HERE.keeping(annotated.keeps(method));
        push(new Place(method, null, Passed.NOTHING), null, null, start, Confidence.HIGH, false);
        return run();
    }

    Optional<Way> from(CallSite site) {
        Plainness start = new Plainness(memo.keeps(site), 0, 1);
        follow(site, new Place(site.caller(), null, Passed.NOTHING), null, start, Confidence.HIGH, false);
        return run();
    }

    private Optional<Way> run() {
        for (int looked = 0; looked < MOST && !open.isEmpty(); looked++) {
            Stop stop = open.remove();
            Place place = stop.place();
            if (place == null) {
                return Optional.of(way(stop));
            }
            if (seen.add(place) && stop.cost().length() < LONGEST) {
                code.sites(place.method()).forEach(site -> look(site, place, stop));
            }
        }
        return Optional.empty();
    }

    private void look(CallSite site, Place place, Stop stop) {
        boolean operation = operations.of(site).isPresent();
        boolean leads = operation
                ? operations.does(site, effect)
                : site.target().declared().isPresent();
        if (!leads || !handed.runsNow(site) || place.passed().excludes(site)) {
            return;
        }
        Guards guards = Guards.of(site);
        if (guards.ends()) {
            return;
        }
        Plainness cost = stop.cost().and(Plainness.of(memo.keeps(site), guards));
        boolean failure = stop.afterFailure() || guards.afterFailure();
        if (operation) {
            open.add(new Stop(null, site, stop, cost, cost, stop.confidence(), failure, order++));
        } else {
            follow(site, place, stop, cost, stop.confidence(), failure);
        }
    }

    private void follow(
            CallSite site, Place place, @Nullable Stop before, Plainness cost, Confidence sure, boolean failure) {
        CallGraph.Dispatch dispatch = graph.from(site, place.self());
        for (Method callee : dispatch.methods()) {
            if (plainest.containsKey(callee) && !annotated.runsElsewhere(callee)) {
                push(
                        new Place(
                                callee,
                                self(site, place.self(), callee),
                                place.passed().into(callee, site)),
                        site,
                        before,
                        cost.keeping(annotated.keeps(callee)),
                        sure.and(confidence(dispatch)),
                        failure);
            }
        }
    }

    /** How sure it is that a call leads to the operation: where all it may lead to do so, it does not matter which one runs. */
    private Confidence confidence(CallGraph.Dispatch dispatch) {
        boolean all = dispatch.methods().stream().allMatch(plainest::containsKey);
        return all && dispatch.confidence() == Confidence.LOW ? Confidence.MEDIUM : dispatch.confidence();
    }

    private void push(
            Place place,
            @Nullable CallSite via,
            @Nullable Stop before,
            Plainness cost,
            Confidence sure,
            boolean failure) {
        Plainness rest = plainest.getOrDefault(place.method(), Plainness.HERE);
        open.add(new Stop(place, via, before, cost, cost.and(rest), sure, failure, order++));
    }

    /** What is known of the object whose method runs after a call. */
    private static @Nullable ProjectType self(CallSite site, @Nullable ProjectType self, Method callee) {
        ProjectType receiver = self != null && CallGraph.isOnSelf(site)
                ? self
                : site.caller()
                        .owner()
                        .names()
                        .view()
                        .findProject(site.target().receiver().name())
                        .orElse(null);
        boolean below = receiver != null
                && receiver != callee.owner()
                && receiver.names().view().isA(receiver.name(), callee.owner().name());
        return below ? receiver : null;
    }

    private static Way way(Stop last) {
        List<CallSite> sites = new ArrayList<>();
        for (Stop here = last; here != null; here = here.before()) {
            if (here.via() != null) {
                sites.add(here.via());
            }
        }
        Collections.reverse(sites);
        return new Way(sites, last.confidence(), last.cost().kept(), last.cost().choices(), last.afterFailure());
    }
}
