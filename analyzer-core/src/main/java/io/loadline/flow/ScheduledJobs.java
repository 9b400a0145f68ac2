package io.loadline.flow;

import io.loadline.catalog.Effect;
import io.loadline.catalog.Marker;
import io.loadline.catalog.Trait;
import io.loadline.evidence.Confidence;
import io.loadline.flow.Reaches.Way;
import io.loadline.system.Reach;
import io.loadline.system.Reach.Heat;
import io.loadline.system.SubjectSource;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the jobs that timers of the process run, what they change, and what lets only one replica run them. */
final class ScheduledJobs implements SubjectSource<ScheduledJob> {

    private static final Set<Effect> OUTWARD = Set.of(Effect.PUBLISH, Effect.SEND, Effect.MODEL);

    @Override
    public Class<ScheduledJob> kind() {
        return ScheduledJob.class;
    }

    @Override
    public List<ScheduledJob> find(SystemModel system) {
        List<ScheduledJob> all = new ArrayList<>();
        for (Entry entry : system.ask(EntryPoints.QUERY).all()) {
            if (entry.kind().equals("schedule") && entry.live()) {
                Search search = new Search(system);
                search.from(entry.method());
                all.add(new ScheduledJob(
                        entry,
                        search.effect().orElse(null),
                        search.guarded,
                        new Reach(Heat.BACKGROUND, List.of(entry.id())),
                        system.servicesOf(entry.method())));
            }
        }
        return all;
    }

    /** Everything that runs while a job runs, nearest first. */
    private static final class Search {
        private final SystemModel system;
        private final Operations operations;
        private final CallGraph graph;
        private final List<String> guardAnnotations;
        private final List<String> guardTypes;
        private final Map<Method, List<CallSite>> ways = new HashMap<>();
        private List<CallSite> found = List.of();
        private boolean guarded;

        Search(SystemModel system) {
            this.system = system;
            this.operations = system.ask(Operations.QUERY);
            this.graph = system.ask(CallGraph.QUERY);
            List<Marker> guards = system.code().catalog().markers("single-run-guard");
            this.guardAnnotations =
                    guards.stream().flatMap(m -> m.annotations().stream()).toList();
            this.guardTypes = guards.stream().flatMap(m -> m.types().stream()).toList();
        }

        void from(Method job) {
            ways.put(job, List.of());
            Deque<Method> open = new ArrayDeque<>(List.of(job));
            while (!open.isEmpty()) {
                Method here = open.remove();
                guarded |= here.annotationNames().stream().anyMatch(guardAnnotations::contains);
                for (CallSite site : system.code().sites(here)) {
                    look(site, here, open);
                }
            }
        }

        private void look(CallSite site, Method here, Deque<Method> open) {
            List<CallSite> way = new ArrayList<>(ways.getOrDefault(here, List.of()));
            way.add(site);
            String receiver = site.target().receiver().name();
            guarded |= guardTypes.stream()
                    .anyMatch(t -> here.owner().names().view().isA(receiver, t));
            if (operations.of(site).isPresent()) {
                if (found.isEmpty() && changes(site)) {
                    found = way;
                }
                return;
            }
            for (Method next : graph.from(site).methods()) {
                if (ways.putIfAbsent(next, way) == null) {
                    open.add(next);
                }
            }
        }

        private boolean changes(CallSite site) {
            return operations
                    .of(site)
                    .filter(o -> OUTWARD.contains(o.does()) || o.traits().contains(Trait.WRITE))
                    .filter(o -> !o.traits().contains(Trait.LOCAL))
                    .isPresent();
        }

        Optional<Way> effect() {
            return found.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Way(found, Confidence.HIGH, Kept.NOT, 0, false));
        }
    }
}
