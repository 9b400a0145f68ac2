package io.loadline.system.build;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a module has on its class path: its dependencies and what those bring along, the nearest declaration winning. */
final class ClassPath {

    private static final int LIMIT_DEPTH = 32;
    /** More artifacts than any service has; a class path that grows beyond is cut. */
    private static final int LIMIT_ARTIFACTS = 4000;

    private final EffectivePoms poms;

    private record Step(Dependency dependency, List<String> exclusions, int depth) {}

    ClassPath(EffectivePoms poms) {
        this.poms = poms;
    }

    /**
     * Versions by {@code group:artifact}, empty text where they cannot be told.
     *
     * @param managed versions that hold whatever the dependencies themselves ask for
     * @param near path of the module's build file
     */
    Map<String, String> of(
            List<Dependency> dependencies, Map<String, Dependency> managed, Releases releases, String near) {
        Map<String, String> found = new TreeMap<>();
        Deque<Step> queue = new ArrayDeque<>();
        dependencies.stream().filter(Dependency::isMain).forEach(d -> queue.add(new Step(d, d.exclusions(), 0)));
        while (!queue.isEmpty() && found.size() < LIMIT_ARTIFACTS) {
            Step step = queue.remove();
            Coordinates coordinates = step.dependency().coordinates();
            Coordinates versioned = step.depth() == 0 ? coordinates : managed(coordinates, managed, releases);
            String before = found.get(versioned.key());
            String version = versioned.isExact() ? versioned.version() : "";
            if (before != null && (!before.isEmpty() || version.isEmpty())) {
                continue;
            }
            found.put(versioned.key(), version);
            if (step.depth() < LIMIT_DEPTH) {
                queue.addAll(brought(step, versioned, near));
            }
        }
        for (Coordinates core : cores(found, releases)) {
            if (poms.tree().named(core.key(), near).isEmpty()) {
                found.putIfAbsent(core.key(), core.version());
            }
        }
        return found;
    }

    private static Coordinates managed(Coordinates wanted, Map<String, Dependency> managed, Releases releases) {
        Dependency manager = managed.get(wanted.key());
        if (manager != null && manager.coordinates().isExact()) {
            return wanted.withVersion(manager.coordinates().version());
        }
        return wanted.isExact()
                ? wanted
                : releases.versionOf(wanted).map(wanted::withVersion).orElse(wanted);
    }

    private List<Step> brought(Step step, Coordinates coordinates, String near) {
        Optional<EffectivePom> pom = poms.of(coordinates, near);
        List<Step> steps = new ArrayList<>();
        for (Dependency each : pom.map(EffectivePom::dependencies).orElse(List.of())) {
            if (each.isPassedOn() && !Dependency.isExcluded(each.coordinates().key(), step.exclusions())) {
                List<String> exclusions = new ArrayList<>(step.exclusions());
                each.exclusions().stream().filter(e -> !exclusions.contains(e)).forEach(exclusions::add);
                steps.add(new Step(each, exclusions, step.depth() + 1));
            }
        }
        return steps;
    }

    private static List<Coordinates> cores(Map<String, String> found, Releases releases) {
        List<Coordinates> cores = new ArrayList<>();
        TreeSet<String> open = new TreeSet<>();
        found.forEach((key, version) -> {
            int colon = key.indexOf(':');
            if (version.isEmpty()) {
                open.add(key.substring(0, colon));
            } else {
                Releases.core(new Coordinates(key.substring(0, colon), key.substring(colon + 1), version))
                        .ifPresent(cores::add);
            }
        });
        cores.addAll(releases.cores(open));
        return cores;
    }
}
