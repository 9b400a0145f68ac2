package io.loadline.flow;

import io.loadline.catalog.Effect;
import io.loadline.evidence.Evidence;
import io.loadline.flow.component.Making;
import io.loadline.flow.component.Uses;
import io.loadline.system.Durations;
import io.loadline.system.Query;
import io.loadline.system.Setting;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long the ways in may wait for other processes, as their clients are configured. */
public final class Waits {

    /** Works the waits out. */
    public static final Query<Waits> QUERY = new Query<>("configured waits") {
        @Override
        protected Waits compute(SystemModel system) {
            return new Waits(system);
        }
    };

    private static final int TOLD = 5;

    /**
     * The wait of one way in.
     *
     * @param seconds each remote call once, one after the other; -1 where one of them cannot be told
     * @param unbounded whether one of them may wait for ever
     * @param because the calls that decide it
     */
    public record Wait(double seconds, boolean unbounded, List<Evidence> because) {
        public Wait {
            because = List.copyOf(because);
        }
    }

    private record Part(Optional<Setting> limit, CallSite site) {

        boolean isUnbounded() {
            return limit.filter(Setting.Unbounded.class::isInstance).isPresent();
        }

        double seconds() {
            return limit.flatMap(Setting::known)
                    .flatMap(text -> Durations.parse(text, "ms"))
                    .map(d -> d.toMillis() / 1000.0)
                    .orElse(-1.0);
        }

        Evidence told() {
            String how = isUnbounded()
                    ? "waits without limit"
                    : seconds() < 0
                            ? "waits for a time that is not known"
                            : "waits up to " + limit.flatMap(Setting::known).orElse("");
            return new Evidence(site.at(), site.title() + " " + how);
        }
    }

    private final Map<Entry, List<Part>> parts = new LinkedHashMap<>();

    private Waits(SystemModel system) {
        Operations operations = system.ask(Operations.QUERY);
        Handed handed = system.ask(Handed.QUERY);
        EntryPoints entries = system.ask(EntryPoints.QUERY);
        Components components = system.ask(Components.QUERY);
        Uses uses = system.ask(Uses.QUERY);
        Map<Making, Optional<Setting>> known = new HashMap<>();
        for (CallSite site : operations.sites()) {
            if (operations.does(site, Effect.REMOTE) && handed.runsNow(site)) {
                Optional<Setting> limit = uses.behind(site).stream()
                        .map(making -> known.computeIfAbsent(making, m -> limit(m, components)))
                        .flatMap(Optional::stream)
                        .reduce(Waits::longer);
                entries.leadingTo(site.caller())
                        .forEach(entry -> parts.computeIfAbsent(entry, e -> new ArrayList<>())
                                .add(new Part(limit, site)));
            }
        }
    }

    private static Optional<Setting> limit(Making making, Components components) {
        Optional<ComponentSite> site = components.of(making);
        return site.flatMap(s -> s.limit("call-timeout"))
                .filter(s -> s.known().filter(v -> !v.equals("unbounded")).isPresent())
                .or(() -> site.flatMap(s -> s.limit("response-timeout")));
    }

    /** Of two limits behind one call the one that lets it wait longer. */
    private static Setting longer(Setting one, Setting other) {
        if (one instanceof Setting.Unbounded || other instanceof Setting.Unbounded) {
            return one instanceof Setting.Unbounded ? one : other;
        }
        return one instanceof Setting.Unresolved ? one : other;
    }

    /** The wait of a way in; empty where it calls no other process. */
    public Optional<Wait> of(Entry entry) {
        List<Part> all = parts.getOrDefault(entry, List.of());
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<Part> endless = all.stream().filter(Part::isUnbounded).toList();
        List<Part> told = endless.isEmpty() ? all : endless;
        boolean whole = all.stream().allMatch(part -> part.seconds() >= 0);
        double sum = whole ? all.stream().mapToDouble(Part::seconds).sum() : -1;
        return Optional.of(new Wait(
                sum,
                !endless.isEmpty(),
                told.stream().limit(TOLD).map(Part::told).toList()));
    }
}
