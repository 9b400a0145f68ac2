package io.loadline.system.build;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The POMs of the audited tree. */
final class PomTree {

    private final Map<String, Pom> byPath = new TreeMap<>();
    private final Map<String, List<Pom>> byArtifact;

    PomTree(Collection<Pom> poms) {
        poms.forEach(pom -> byPath.put(pom.path(), pom));
        byArtifact = byPath.values().stream()
                .collect(Collectors.groupingBy(pom -> pom.own().artifact(), TreeMap::new, Collectors.toList()));
    }

    Collection<Pom> all() {
        return byPath.values();
    }

    /** The POM that a POM's relative path to its parent leads to, where that is the parent. */
    Optional<Pom> parent(Pom pom) {
        Coordinates wanted = pom.parent();
        if (wanted == null || pom.path().isEmpty() || pom.relativePath().isEmpty()) {
            return Optional.empty();
        }
        String target =
                Paths.resolve(Paths.folder(pom.path()), pom.relativePath()).orElse("..");
        Pom found = byPath.containsKey(target) ? byPath.get(target) : byPath.get(Paths.child(target, "pom.xml"));
        return Optional.ofNullable(found).filter(p -> !p.path().equals(pom.path()) && is(p, wanted.key()));
    }

    /** The POM of {@code group:artifact} that lies nearest to a path. */
    Optional<Pom> named(String key, String near) {
        String artifact = key.substring(key.indexOf(':') + 1);
        return byArtifact.getOrDefault(artifact, List.of()).stream()
                .filter(pom -> is(pom, key))
                .reduce((a, b) -> Paths.shared(b.path(), near) > Paths.shared(a.path(), near) ? b : a);
    }

    private static boolean is(Pom pom, String key) {
        String group = pom.own().group();
        Coordinates parent = pom.parent();
        if (group.isEmpty() && parent != null) {
            group = parent.group();
        }
        return key.endsWith(":" + pom.own().artifact()) && (group.indexOf('$') >= 0 || key.startsWith(group + ":"));
    }
}
