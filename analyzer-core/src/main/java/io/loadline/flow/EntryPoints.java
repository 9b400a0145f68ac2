package io.loadline.flow;

import io.loadline.system.Query;
import io.loadline.system.Reach;
import io.loadline.system.Reach.Heat;
import io.loadline.system.SystemModel;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All ways in, and which of them lead to a given method. */
public final class EntryPoints {

    /** Finds the entry points of a system. */
    public static final Query<EntryPoints> QUERY = new Query<>("entry points") {
        @Override
        protected EntryPoints compute(SystemModel system) {
            return new EntryPoints(system);
        }
    };

    private final List<Entry> entries;
    private final Inflow inflow;
    private final Map<Method, Reach> reaches = new HashMap<>();

    private EntryPoints(SystemModel system) {
        this.entries = EntrySearch.of(system.code());
        this.inflow = new Inflow(
                system.ask(CallGraph.QUERY), entries.stream().map(Entry::method).toList());
    }

    /** All ways in, in the order of files. */
    public List<Entry> all() {
        return entries;
    }

    /** The ways in that lead to a method. */
    public List<Entry> leadingTo(Method method) {
        return Arrays.stream(inflow.to(method)).mapToObj(entries::get).toList();
    }

    /** How a method is reached by work from outside. */
    public synchronized Reach reachOf(Method method) {
        return reaches.computeIfAbsent(method, this::reach);
    }

    private Reach reach(Method method) {
        List<Entry> leading = leadingTo(method);
        Heat hottest =
                leading.stream().map(Entry::heat).max(Comparator.naturalOrder()).orElse(Heat.UNKNOWN);
        return new Reach(
                hottest, leading.stream().map(Entry::id).distinct().sorted().toList());
    }

    /** The type and the project's own types above it, nearest first. */
    static List<ProjectType> lineage(ProjectType type) {
        return type.names().view().lineage(type.name()).stream()
                .map(name -> type.names().view().findProject(name))
                .flatMap(Optional::stream)
                .toList();
    }
}
