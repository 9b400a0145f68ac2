package io.loadline.system.code;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The project's own types by name. A name may be declared in several modules: the nearest one wins. */
final class ProjectTypes {

    private final Map<String, List<ProjectType>> byName = new LinkedHashMap<>();
    private final Set<String> enclosing = new HashSet<>();
    private final Function<String, List<String>> usedBy;

    /** @param usedBy directories of the modules that a module uses, nearest first */
    ProjectTypes(Function<String, List<String>> usedBy) {
        this.usedBy = usedBy;
    }

    void add(ProjectType type) {
        byName.computeIfAbsent(type.name(), n -> new ArrayList<>(1)).add(type);
        type.enclosing().ifPresent(outer -> enclosing.add(outer.name()));
    }

    /** Whether some type is declared in one of that name. */
    boolean encloses(String name) {
        return enclosing.contains(name);
    }

    Optional<ProjectType> find(String name, String module) {
        List<ProjectType> all = byName.getOrDefault(name, List.of());
        if (all.isEmpty()) {
            return Optional.empty();
        }
        if (all.size() == 1) {
            return Optional.of(all.get(0));
        }
        Optional<ProjectType> own = in(all, module);
        if (own.isPresent()) {
            return own;
        }
        for (String used : usedBy.apply(module)) {
            Optional<ProjectType> there = in(all, used);
            if (there.isPresent()) {
                return there;
            }
        }
        return Optional.of(all.get(0));
    }

    private static Optional<ProjectType> in(List<ProjectType> all, String module) {
        return all.stream().filter(t -> t.module().equals(module)).findFirst();
    }

    List<ProjectType> all() {
        List<ProjectType> all = new ArrayList<>();
        byName.values().forEach(all::addAll);
        return Collections.unmodifiableList(all);
    }
}
