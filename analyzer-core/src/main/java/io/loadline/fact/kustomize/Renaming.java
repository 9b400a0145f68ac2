package io.loadline.fact.kustomize;

import io.loadline.source.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives all objects of a kustomization the prefix and suffix that it states, and tells those that refer to them. */
final class Renaming {

    private static final Set<String> KEEP = Set.of("Namespace", "CustomResourceDefinition");

    /** The kind that a name below a key means. */
    private static final Map<String, String> REFERENCES = Map.of(
            "configMapRef name", "ConfigMap",
            "configMapKeyRef name", "ConfigMap",
            "configMap name", "ConfigMap",
            "secretRef name", "Secret",
            "secretKeyRef name", "Secret",
            "secret secretName", "Secret",
            "persistentVolumeClaim claimName", "PersistentVolumeClaim",
            "service name", "Service",
            "backend serviceName", "Service");

    private static final Set<String> TYPED = Set.of("scaleTargetRef", "targetRef", "workloadRef");

    private final Sources sources;
    private final String prefix;
    private final String suffix;
    private final Map<String, String> renamed = new HashMap<>();

    Renaming(Sources sources, Kustomization owner) {
        this.sources = sources;
        this.prefix = owner.about().text("namePrefix").orElse("");
        this.suffix = owner.about().text("nameSuffix").orElse("");
    }

    List<Item> applied(List<Item> items) {
        if (prefix.isEmpty() && suffix.isEmpty()) {
            return items;
        }
        List<Item> changed = new ArrayList<>();
        for (Item item : items) {
            changed.add(
                    item.tree().at("metadata", "name").orElse(null) instanceof Tree.Scalar name
                                    && !KEEP.contains(item.kind())
                            ? renamed(item, name)
                            : item);
        }
        changed.replaceAll(item -> item.with(told(item.tree(), "")));
        return changed;
    }

    private Item renamed(Item item, Tree.Scalar name) {
        String other = prefix + name.value() + suffix;
        renamed.put(item.kind() + " " + name.value(), other);
        return item.renamed(sources.with(item.tree(), sources.text(name, other), "metadata", "name"));
    }

    private Tree told(Tree tree, String above) {
        if (tree instanceof Tree.Items list) {
            return sources.items(
                    list, list.elements().stream().map(e -> told(e, above)).toList());
        }
        if (!(tree instanceof Tree.Mapping mapping)) {
            return tree;
        }
        List<Tree.Entry> entries = new ArrayList<>();
        for (Tree.Entry entry : mapping.entries()) {
            String kind = TYPED.contains(above) && entry.key().equals("name")
                    ? mapping.text("kind").orElse("")
                    : REFERENCES.getOrDefault(above + " " + entry.key(), "");
            Tree value =
                    entry.value() instanceof Tree.Scalar name ? told(name, kind) : told(entry.value(), entry.key());
            entries.add(new Tree.Entry(entry.key(), entry.keySpan(), value));
        }
        return sources.carry(new Tree.Mapping(entries, mapping.span()), mapping);
    }

    private Tree told(Tree.Scalar name, String kind) {
        String other = kind.isEmpty() ? null : renamed.get(kind + " " + name.value());
        return other == null ? name : sources.text(name, other);
    }
}
