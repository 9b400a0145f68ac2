package io.loadline.flow;

import io.loadline.flow.EntrySearch.Listener;
import io.loadline.flow.component.Live;
import io.loadline.system.Query;
import io.loadline.system.Reach;
import io.loadline.system.Reach.Heat;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
    private final Lateness lateness;
    private final Inflow inflow;
    private final Heats heats;
    private final Map<Method, List<Entry>> functions = new HashMap<>();
    private final Map<Method, Reach> reaches = new HashMap<>();

    private EntryPoints(SystemModel system) {
        Live live = system.ask(Live.QUERY);
        EntrySearch search = new EntrySearch(system, live::runs);
        this.entries = withUnmade(search);
        this.lateness = new Lateness(system.code());
        for (Entry entry : entries) {
            if (entry.function() != null) {
                functions
                        .computeIfAbsent(entry.method(), m -> new ArrayList<>())
                        .add(entry);
            }
        }
        Onward onward = new Onward(system, lateness, search.listeners(), functions, live::runs);
        this.inflow = new Inflow(
                onward,
                entries.stream()
                        .map(e -> new Inflow.First(onward.from(e), isOnce(e)))
                        .toList());
        this.heats = new Heats(system.code(), onward, entries);
    }

    /** Whoever takes an event that libraries make is called as by a message. */
    private List<Entry> withUnmade(EntrySearch search) {
        List<Entry> all = new ArrayList<>(search.entries());
        Set<Method> known = new HashSet<>();
        for (Listener listener : search.listeners()) {
            boolean foreign = listener.events().stream()
                    .anyMatch(event -> listener.method()
                            .owner()
                            .names()
                            .view()
                            .findProject(event)
                            .isEmpty());
            if (foreign && known.add(listener.method())) {
                all.add(new Entry(listener.method().title(), "message", listener.method(), null, true));
            }
        }
        return List.copyOf(all);
    }

    private static boolean isOnce(Entry entry) {
        return entry.live() && entry.heat() == Heat.STARTUP;
    }

    /** All ways in, in the order of files; those by events of libraries last. */
    public List<Entry> all() {
        return entries;
    }

    /** The ways in that lead to a method. */
    public List<Entry> leadingTo(Method method) {
        return Arrays.stream(inflow.to(method)).mapToObj(entries::get).toList();
    }

    /** How a method is reached by work from outside. */
    public synchronized Reach reachOf(Method method) {
        return reaches.computeIfAbsent(method, m -> reach(m, leadingTo(m), false));
    }

    /** How a call is reached by work from outside. In a function that is kept, that is not as its text is. */
    public Reach reachOf(CallSite site) {
        List<Entry> within = functions.getOrDefault(site.caller(), List.of()).stream()
                .filter(entry -> Onward.isWithin(site, entry))
                .toList();
        if (within.isEmpty() && !lateness.of(site)) {
            return reachOf(site.caller());
        }
        List<Entry> leading = Stream.concat(
                        within.stream(), leadingTo(site.caller()).stream().filter(e -> !isOnce(e)))
                .toList();
        return reach(
                site.caller(), leading, within.isEmpty() || !within.stream().allMatch(EntryPoints::isOnce));
    }

    private Reach reach(Method method, List<Entry> leading, boolean late) {
        Optional<Heat> own = heats.of(method).filter(heat -> !(late && heat == Heat.STARTUP && heats.isLive(method)));
        Heat hottest = Stream.concat(leading.stream().map(Entry::heat), own.stream())
                .max(Comparator.naturalOrder())
                .orElse(Heat.UNKNOWN);
        return new Reach(
                hottest, leading.stream().map(Entry::id).distinct().sorted().toList());
    }
}
