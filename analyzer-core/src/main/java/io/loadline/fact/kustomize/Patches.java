package io.loadline.fact.kustomize;

import io.loadline.evidence.Location;
import io.loadline.evidence.Span;
import io.loadline.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Applies the patches of one kustomization to the objects that it takes in. */
final class Patches {

    /** Objects of other kinds have no schema, so that their lists are replaced as a whole. */
    private static final Set<String> WITH_SCHEMA = Set.of(
            "Deployment",
            "StatefulSet",
            "DaemonSet",
            "ReplicaSet",
            "ReplicationController",
            "Job",
            "CronJob",
            "Pod",
            "Service",
            "PersistentVolumeClaim",
            "ConfigMap",
            "Secret",
            "Ingress",
            "HorizontalPodAutoscaler");

    private final Files files;
    private final Kustomization owner;

    Patches(Files files, Kustomization owner) {
        this.files = files;
        this.owner = owner;
    }

    List<Item> applied(List<Item> items) {
        List<Item> patched = items;
        for (Tree.Scalar written : owner.texts("patchesStrategicMerge")) {
            patched = merge(patched, new Tree.Mapping(List.of(), written.span()), documents(written));
        }
        for (String key : List.of("patches", "patchesJson6902")) {
            for (Tree patch : owner.about().items(key)) {
                patched = applied(patched, patch);
            }
        }
        return patched;
    }

    private List<Item> applied(List<Item> items, Tree patch) {
        Tree target = patch.at("target").orElseGet(() -> new Tree.Mapping(List.of(), patch.span()));
        List<Tree> documents = patch.at("patch").orElse(null) instanceof Tree.Scalar inline
                ? files.inline(owner, inline, patch)
                : patch.at("path").orElse(null) instanceof Tree.Scalar path ? files.documents(owner, path) : List.of();
        return merge(items, target, documents);
    }

    /** The names of files and the patches themselves may stand in the same list. */
    private List<Tree> documents(Tree.Scalar written) {
        boolean isText = written.value().contains("\n") || written.value().contains("{");
        return isText ? files.inline(owner, written, written) : files.documents(owner, written);
    }

    private List<Item> merge(List<Item> items, Tree target, List<Tree> documents) {
        List<Item> patched = items;
        for (Tree document : documents) {
            if (!files.allows(owner, patched.size())) {
                return patched;
            }
            List<Item> next = new ArrayList<>();
            for (Item item : patched) {
                if (isMeant(item, target, document)) {
                    patched(item, document).ifPresent(next::add);
                } else {
                    next.add(item);
                }
            }
            patched = next;
        }
        return patched;
    }

    private Optional<Item> patched(Item item, Tree document) {
        if (!(document instanceof Tree.Items changes)) {
            StrategicMerge merge = new StrategicMerge(files.sources(), WITH_SCHEMA.contains(item.kind()));
            return merge.merged(item.tree(), document).map(tree -> item.with(keepName(item, tree)));
        }
        Tree tree = item.tree();
        JsonPatch patch = new JsonPatch(files.sources());
        for (Tree change : changes.elements()) {
            Optional<Tree> applied = patch.applied(tree, change);
            if (applied.isEmpty()) {
                files.problem(
                        place(change),
                        "the patch of %s/%s is not applied: it leads to nothing".formatted(item.kind(), item.name()));
                return Optional.of(item);
            }
            tree = applied.get();
        }
        return Optional.of(item.with(tree));
    }

    /** A patch calls the object by the name that it is found by, which does not rename it. */
    private Tree keepName(Item item, Tree tree) {
        return item.tree()
                .at("metadata", "name")
                .map(name -> files.sources().with(tree, name, "metadata", "name"))
                .orElse(tree);
    }

    private Location place(Tree change) {
        return Location.of(
                files.sources().of(change, owner.path()),
                Span.onLine(
                        change.span().line(),
                        change.span().column(),
                        change.span().column()));
    }

    private static boolean isMeant(Item item, Tree target, Tree document) {
        if (target.entries().isEmpty()) {
            return document.text("kind").filter(item.kind()::equals).isPresent()
                    && document.text("metadata", "name").filter(item::isCalled).isPresent();
        }
        String api = item.tree().text("apiVersion").orElse("");
        int slash = api.indexOf('/');
        return fits(target, "kind", List.of(item.kind()))
                && fits(target, "name", names(item))
                && fits(target, "group", List.of(slash < 0 ? "" : api.substring(0, slash)))
                && fits(target, "version", List.of(api.substring(slash + 1)))
                && fits(
                        target,
                        "namespace",
                        List.of(item.tree().text("metadata", "namespace").orElse("")))
                && selects(target, "labelSelector", item.tree().at("metadata", "labels"))
                && selects(target, "annotationSelector", item.tree().at("metadata", "annotations"));
    }

    private static List<String> names(Item item) {
        List<String> names = new ArrayList<>(item.formerNames());
        names.add(item.name());
        return names;
    }

    /** What a target states is a pattern for the whole text. */
    private static boolean fits(Tree target, String key, List<String> texts) {
        Optional<String> pattern = target.text(key);
        if (pattern.isEmpty() || texts.contains(pattern.get())) {
            return true;
        }
        try {
            Pattern compiled = Pattern.compile(pattern.get());
            return isPlain(pattern.get())
                    && texts.stream().anyMatch(text -> compiled.matcher(text).matches());
        } catch (PatternSyntaxException notOne) {
            return false;
        }
    }

    /** A pattern that repeats what repeats could be made to take for ever. */
    private static boolean isPlain(String pattern) {
        return pattern.length() < 200 && !pattern.contains("\\") && !pattern.matches(".*\\)[*+{].*");
    }

    private static boolean selects(Tree target, String key, Optional<Tree> labels) {
        for (String term : target.text(key).orElse("").split(",")) {
            String[] parts = term.strip().split("==?", 2);
            boolean fits = parts.length < 2
                    ? term.isBlank() || labels.flatMap(l -> l.text(parts[0])).isPresent()
                    : labels.flatMap(l -> l.text(parts[0].strip()))
                            .filter(parts[1].strip()::equals)
                            .isPresent();
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
