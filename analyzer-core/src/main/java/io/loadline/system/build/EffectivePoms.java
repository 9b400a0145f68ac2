package io.loadline.system.build;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Works out effective POMs, of the tree and of the repository, each once. */
final class EffectivePoms {

    /** Bills of materials that import one another deeper than this are not followed. */
    private static final int LIMIT_DEPTH = 24;

    private final PomTree tree;
    private final PomSource repository;
    private final IdentityHashMap<Pom, EffectivePom> known = new IdentityHashMap<>();
    private final Map<Coordinates, Optional<Pom>> read = new HashMap<>();
    private final Set<Pom> underWay = Collections.newSetFromMap(new IdentityHashMap<>());

    EffectivePoms(Collection<Pom> tree, PomSource repository) {
        this.tree = new PomTree(tree);
        this.repository = repository;
    }

    PomTree tree() {
        return tree;
    }

    /** The effective form of a POM. */
    EffectivePom of(Pom pom) {
        EffectivePom before = known.get(pom);
        if (before != null) {
            return before;
        }
        underWay.add(pom);
        EffectivePom effective = new PomAssembly(pom, this).effective();
        underWay.remove(pom);
        known.put(pom, effective);
        return effective;
    }

    /** The effective POM of an artifact, of the tree or else of the repository; empty for one that is being worked out. */
    Optional<EffectivePom> of(Coordinates coordinates, String near) {
        return find(coordinates, near)
                .filter(pom -> known.containsKey(pom) || (!underWay.contains(pom) && underWay.size() < LIMIT_DEPTH))
                .map(this::of);
    }

    /** The POM of an artifact, of the tree or else of the repository. */
    Optional<Pom> find(Coordinates coordinates, String near) {
        return tree.named(coordinates.key(), near)
                .filter(pom -> !coordinates.isExact()
                        || !Coordinates.isExact(pom.own().version())
                        || pom.own().version().equals(coordinates.version()))
                .or(() -> fromRepository(coordinates));
    }

    /** The lineage of a POM, itself first. The last may still name a parent: one that is not at hand. */
    List<Pom> lineage(Pom pom) {
        List<Pom> line = new ArrayList<>(List.of(pom));
        Set<Pom> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        seen.add(pom);
        Optional<Pom> parent = parent(pom);
        while (parent.isPresent() && line.size() < LIMIT_DEPTH && seen.add(parent.get())) {
            line.add(parent.get());
            parent = parent(parent.get());
        }
        return line;
    }

    private Optional<Pom> parent(Pom pom) {
        Coordinates parent = pom.parent();
        if (parent == null) {
            return Optional.empty();
        }
        return tree.parent(pom).or(() -> find(parent, pom.path()));
    }

    private Optional<Pom> fromRepository(Coordinates coordinates) {
        if (!coordinates.isExact()) {
            return Optional.empty();
        }
        Optional<Pom> before = read.get(coordinates);
        if (before != null) {
            return before;
        }
        Optional<Pom> found = repository
                .pom(coordinates.group(), coordinates.artifact(), coordinates.version())
                .map(root -> Pom.read("", root));
        read.put(coordinates, found);
        return found;
    }
}
