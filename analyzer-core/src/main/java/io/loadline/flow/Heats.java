package io.loadline.flow;

import io.loadline.catalog.Catalog;
import io.loadline.system.Reach.Heat;
import io.loadline.system.code.Code;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How hot every method is. Other than paths, heat goes through calls with any number of
 * implementations: that one of them runs for a request says enough.
 */
final class Heats {

    /** @param entry a way in that makes it so; absent where a container or nobody known starts it */
    private record Warm(Heat heat, @Nullable Entry entry) {}

    private final Code code;
    private final Onward onward;
    private final Map<Method, Warm> warm = new HashMap<>();

    Heats(Code code, Onward onward, List<Entry> entries) {
        this.code = code;
        this.onward = onward;
        for (Heat heat : List.of(Heat.REQUEST, Heat.LISTENER, Heat.BACKGROUND)) {
            for (Entry entry : entries) {
                if (entry.heat() == heat) {
                    spread(onward.from(entry), new Warm(heat, entry), true);
                }
            }
        }
        Set<Method> known = entries.stream().map(Entry::method).collect(Collectors.toSet());
        for (ProjectType type : code.types()) {
            List<Method> unasked = onward.overriding(type).stream()
                    .filter(m -> !known.contains(m))
                    .toList();
            spread(unasked, new Warm(Heat.UNKNOWN, null), true);
        }
        Map<Method, Warm> once = once(entries);
        List<Method> live = once.entrySet().stream()
                .filter(e -> !isDormant(e.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        spread(kept(live), new Warm(Heat.UNKNOWN, null), true);
        once.forEach((method, how) -> spread(List.of(method), how, isDormant(how)));
    }

    private static boolean isDormant(Warm how) {
        return how.entry() != null && !how.entry().live();
    }

    /** The methods with which start-up begins. */
    private Map<Method, Warm> once(List<Entry> entries) {
        Map<Method, Warm> once = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry.heat() == Heat.STARTUP) {
                onward.from(entry).forEach(m -> once.putIfAbsent(m, new Warm(Heat.STARTUP, entry)));
            }
        }
        beans().forEach(m -> once.putIfAbsent(m, new Warm(Heat.STARTUP, null)));
        return once;
    }

    /** What start-up leaves behind to run at other times. */
    private List<Method> kept(Collection<Method> once) {
        Set<Method> seen = new LinkedHashSet<>(once);
        Set<Method> kept = new LinkedHashSet<>();
        Deque<Method> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            Onward.Steps steps = onward.from(open.remove());
            kept.addAll(steps.later());
            Stream.concat(steps.now().stream(), steps.open().stream())
                    .filter(seen::add)
                    .forEach(open::add);
        }
        return List.copyOf(kept);
    }

    /** How hot a method is; empty where nothing is known of it. */
    Optional<Heat> of(Method method) {
        return Optional.ofNullable(warm.get(method)).map(Warm::heat);
    }

    /** Whether a service may run a method as far as its ways in tell. */
    boolean isLive(Method method) {
        return Optional.ofNullable(warm.get(method)).filter(Heats::isDormant).isEmpty();
    }

    private void spread(Collection<Method> from, Warm how, boolean later) {
        Deque<Method> open = new ArrayDeque<>();
        for (Method method : from) {
            if (warm.putIfAbsent(method, how) == null) {
                open.add(method);
            }
        }
        while (!open.isEmpty()) {
            Onward.Steps steps = onward.from(open.remove());
            add(steps.now(), how, open);
            add(steps.open(), how, open);
            if (later) {
                add(steps.later(), how, open);
            }
        }
    }

    private void add(List<Method> next, Warm how, Deque<Method> open) {
        for (Method method : next) {
            if (warm.putIfAbsent(method, how) == null) {
                open.add(method);
            }
        }
    }

    /** A container makes its beans once. */
    private List<Method> beans() {
        Catalog catalog = code.catalog();
        List<Method> all = new ArrayList<>();
        for (ProjectType type : code.types()) {
            List<String> words = words(catalog, type.annotationNames());
            boolean once = words.contains("bean-type") && !words.contains("scoped");
            for (Method method : type.methods()) {
                boolean made = method.name().startsWith("<");
                List<String> own = words(catalog, method.annotationNames());
                boolean bean = own.contains("bean-method") && !own.contains("scoped");
                if (bean || (once && made) || method.name().equals("<clinit>")) {
                    all.add(method);
                }
            }
        }
        return all;
    }

    private static List<String> words(Catalog catalog, List<String> annotations) {
        return annotations.stream()
                .flatMap(name -> catalog.injections(name).stream())
                .toList();
    }
}
