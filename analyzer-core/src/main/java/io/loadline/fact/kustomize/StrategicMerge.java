package io.loadline.fact.kustomize;

import io.loadline.source.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lays a part of an object over the whole of it, as the platform does.
 *
 * @see <a href="https://kubernetes.io/docs/tasks/manage-kubernetes-objects/update-api-object-kubectl-patch/">strategic merge patch</a>
 */
final class StrategicMerge {

    private static final String DIRECTIVE = "$patch";

    /** By which key the elements of a list are told apart; elements of other lists are replaced together. */
    private static final Map<String, List<String>> KEYS = Map.ofEntries(
            Map.entry("containers", List.of("name")),
            Map.entry("initContainers", List.of("name")),
            Map.entry("env", List.of("name")),
            Map.entry("volumes", List.of("name")),
            Map.entry("imagePullSecrets", List.of("name")),
            Map.entry("ports", List.of("containerPort", "port")),
            Map.entry("volumeMounts", List.of("mountPath")),
            Map.entry("hostAliases", List.of("ip")),
            Map.entry("topologySpreadConstraints", List.of("topologyKey")));

    private final Sources sources;
    private final boolean mergesLists;

    /** @param mergesLists whether the kind of object is one whose lists are merged element by element */
    StrategicMerge(Sources sources, boolean mergesLists) {
        this.sources = sources;
        this.mergesLists = mergesLists;
    }

    /** The object with the patch laid over it; empty when the patch takes the object away. */
    Optional<Tree> merged(Tree object, Tree patch) {
        return isDirective(patch, "delete") ? Optional.empty() : Optional.of(merged("", object, patch));
    }

    private Tree merged(String field, Tree below, Tree above) {
        if (below instanceof Tree.Mapping && above instanceof Tree.Mapping) {
            return isDirective(above, "replace") ? sources.without(above, DIRECTIVE) : mappings(below, above);
        }
        if (below instanceof Tree.Items && above instanceof Tree.Items) {
            return lists(field, below, above);
        }
        boolean same = below instanceof Tree.Scalar one
                && above instanceof Tree.Scalar other
                && one.value().equals(other.value());
        return same ? below : above;
    }

    private Tree mappings(Tree below, Tree above) {
        Map<String, Tree.Entry> merged = new LinkedHashMap<>();
        below.entries().forEach(entry -> merged.put(entry.key(), entry));
        for (Tree.Entry entry : above.entries()) {
            Tree.Entry old = merged.get(entry.key());
            if (isNull(entry.value()) || isDirective(entry.value(), "delete")) {
                merged.remove(entry.key());
            } else if (old != null) {
                Tree value = merged(entry.key(), old.value(), entry.value());
                merged.put(entry.key(), new Tree.Entry(entry.key(), old.keySpan(), value));
            } else if (!entry.key().startsWith("$")) {
                merged.put(entry.key(), entry);
            }
        }
        return sources.carry(new Tree.Mapping(List.copyOf(merged.values()), below.span()), below);
    }

    private Tree lists(String field, Tree below, Tree above) {
        String key = mergesLists ? key(field, above) : null;
        if (key == null || above.items().stream().anyMatch(e -> isDirective(e, "replace"))) {
            return above;
        }
        Map<String, Tree> merged = new LinkedHashMap<>();
        below.items().forEach(element -> merged.put(element.text(key).orElse(""), element));
        for (Tree element : above.items()) {
            String id = element.text(key).orElse("");
            Tree old = merged.get(id);
            if (isDirective(element, "delete")) {
                merged.remove(id);
            } else {
                merged.put(id, old == null ? element : merged("", old, element));
            }
        }
        return sources.items(below, List.copyOf(merged.values()));
    }

    private static @Nullable String key(String field, Tree list) {
        return KEYS.getOrDefault(field, List.of()).stream()
                .filter(key -> list.items().stream().anyMatch(e -> e.entry(key).isPresent()))
                .findFirst()
                .orElse(null);
    }

    private static boolean isDirective(Tree tree, String word) {
        return tree.text(DIRECTIVE).filter(word::equals).isPresent();
    }

    private static boolean isNull(Tree tree) {
        return tree instanceof Tree.Scalar scalar && scalar.value().isEmpty() && !scalar.quoted();
    }
}
