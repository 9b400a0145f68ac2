package io.loadline.fact.kustomize;

import io.loadline.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What a kustomization changes in all objects that it takes in, besides its patches: namespace, labels, replicas and images. */
final class Transforms {

    private static final Set<String> WITHOUT_NAMESPACE = Set.of(
            "Namespace",
            "ClusterRole",
            "ClusterRoleBinding",
            "CustomResourceDefinition",
            "PersistentVolume",
            "StorageClass",
            "PriorityClass");
    private static final Set<String> SCALED =
            Set.of("Deployment", "StatefulSet", "ReplicaSet", "ReplicationController");
    private static final Set<String> WITH_PODS =
            Set.of("Deployment", "StatefulSet", "ReplicaSet", "ReplicationController", "DaemonSet", "Job");

    private final Files files;
    private final Sources sources;
    private final Kustomization owner;

    Transforms(Files files, Kustomization owner) {
        this.files = files;
        this.sources = files.sources();
        this.owner = owner;
    }

    List<Item> applied(List<Item> items) {
        List<Item> changed = new ArrayList<>(items);
        owner.about()
                .at("namespace")
                .ifPresent(space -> each(
                        changed,
                        item -> WITHOUT_NAMESPACE.contains(item.kind())
                                ? item
                                : item.with(sources.with(item.tree(), space, "metadata", "namespace"))));
        label(changed, owner.about().at("commonLabels"), true, true);
        for (Tree group : owner.about().items("labels")) {
            boolean selectors = isTrue(group, "includeSelectors");
            boolean templates = selectors || isTrue(group, "includeTemplates");
            label(changed, group.at("pairs"), selectors, templates);
        }
        owner.about().items("replicas").forEach(number -> each(changed, item -> replicas(item, number)));
        owner.about().items("images").forEach(image -> each(changed, item -> item.with(images(item.tree(), image))));
        return changed;
    }

    private void each(List<Item> items, UnaryOperator<Item> change) {
        if (files.allows(owner, items.size())) {
            items.replaceAll(change);
        }
    }

    private static boolean isTrue(Tree tree, String key) {
        return tree.text(key).filter("true"::equals).isPresent();
    }

    private void label(List<Item> items, Optional<Tree> labels, boolean selectors, boolean templates) {
        labels.ifPresent(all -> each(items, item -> label(item, all, selectors, templates)));
    }

    private Item label(Item item, Tree labels, boolean selectors, boolean templates) {
        Tree tree = labelled(item.tree(), labels, "metadata", "labels");
        if (templates && WITH_PODS.contains(item.kind())) {
            tree = labelled(tree, labels, "spec", "template", "metadata", "labels");
        }
        if (selectors
                && item.kind().equals("Service")
                && tree.at("spec", "selector").isPresent()) {
            tree = labelled(tree, labels, "spec", "selector");
        }
        if (selectors && tree.at("spec", "selector", "matchLabels").isPresent()) {
            tree = labelled(tree, labels, "spec", "selector", "matchLabels");
        }
        return item.with(tree);
    }

    private Tree labelled(Tree tree, Tree labels, String... keys) {
        Optional<Tree> old = tree.at(keys);
        Tree all = old.isPresent() ? sources.over(old.get(), labels) : labels;
        return sources.with(tree, all, keys);
    }

    private Item replicas(Item item, Tree number) {
        boolean meant = SCALED.contains(item.kind())
                && number.text("name").filter(item::isCalled).isPresent();
        return number.at("count")
                .filter(count -> meant)
                .map(count -> item.with(sources.with(item.tree(), count, "spec", "replicas")))
                .orElse(item);
    }

    private Tree images(Tree tree, Tree image) {
        String name = image.text("name").orElse("");
        return containers(tree, written -> {
            String old = written.value();
            String digest = old.contains("@") ? old.substring(old.indexOf('@')) : "";
            String plain = old.substring(0, old.length() - digest.length());
            int colon = plain.lastIndexOf(':');
            boolean tagged = colon > plain.lastIndexOf('/');
            String bare = tagged ? plain.substring(0, colon) : plain;
            if (!bare.equals(name)) {
                return written;
            }
            String mark = image.text("digest")
                    .map(d -> "@" + d)
                    .or(() -> image.text("newTag").map(t -> ":" + t))
                    .orElse((tagged ? plain.substring(colon) : "") + digest);
            return sources.text(written, image.text("newName").orElse(bare) + mark);
        });
    }

    private Tree containers(Tree tree, UnaryOperator<Tree.Scalar> change) {
        Tree changed = tree;
        for (Tree.Entry entry : tree.entries()) {
            boolean holds = entry.key().equals("containers") || entry.key().equals("initContainers");
            if (holds && entry.value() instanceof Tree.Items list) {
                List<Tree> elements = new ArrayList<>(list.elements());
                elements.replaceAll(container -> image(container, change));
                boolean same = elements.equals(list.elements());
                changed = same ? changed : sources.put(changed, entry.key(), sources.items(list, elements));
            } else if (entry.value() instanceof Tree.Mapping below) {
                Tree other = containers(below, change);
                changed = isSame(other, below) ? changed : sources.put(changed, entry.key(), other);
            }
        }
        return changed;
    }

    private Tree image(Tree container, UnaryOperator<Tree.Scalar> change) {
        if (!(container.at("image").orElse(null) instanceof Tree.Scalar written)) {
            return container;
        }
        Tree.Scalar changed = change.apply(written);
        return isSame(changed, written) ? container : sources.put(container, "image", changed);
    }

    @SuppressWarnings("ReferenceEquality") // an untouched tree is the very same
    private static boolean isSame(Tree one, Tree other) {
        return one == other;
    }
}
