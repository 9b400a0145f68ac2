package io.loadline.system.configuration;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which profiles are active, in the order in which later ones win. */
final class Profiles {

    private static final int LIMIT = 100;

    private Profiles() {}

    /**
     * Profiles that are named, with those that they bring along.
     *
     * @param named as they were switched on
     * @param stated the value of a key in base configuration
     */
    static Set<String> active(List<String> named, Function<String, Optional<String>> stated) {
        Set<String> active = new LinkedHashSet<>();
        Deque<String> waiting = new ArrayDeque<>();
        Conventions.INCLUDE_KEYS.forEach(
                key -> waiting.addAll(split(stated.apply(key).orElse(""))));
        waiting.addAll(named);
        while (!waiting.isEmpty() && active.size() < LIMIT) {
            String profile = waiting.remove();
            if (active.add(profile)) {
                split(stated.apply(Conventions.GROUPS + "." + profile).orElse("")).stream()
                        .filter(member -> !active.contains(member))
                        .forEach(waiting::add);
            }
        }
        return active.isEmpty() ? Set.of("default") : active;
    }

    /** Names separated by commas. */
    static List<String> split(String text) {
        return List.of(text.split(",")).stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty() && name.indexOf('$') < 0 && name.indexOf('@') < 0)
                .toList();
    }
}
