package io.loadline.fact.kustomize;

import io.loadline.fact.deploy.Origin;
import io.loadline.source.Tree;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which file each value was written in, by identity: equal values of different files are different values. */
final class Sources implements Origin {

    private final IdentityHashMap<Tree, String> paths = new IdentityHashMap<>();

    @Override
    public String of(Tree tree, String inherited) {
        return paths.getOrDefault(tree, inherited);
    }

    /** Notes that a value and everything in it was written in a file. */
    void note(String path, Tree value) {
        paths.put(value, path);
        value.entries().forEach(e -> note(path, e.value()));
        value.items().forEach(element -> note(path, element));
    }

    /** Notes of a value alone that it was written in a file. */
    void claim(String path, Tree value) {
        paths.put(value, path);
    }

    /** A value made from another one stands where that stood. */
    <T extends Tree> T carry(T made, Tree from) {
        String path = paths.get(from);
        if (path != null) {
            paths.put(made, path);
        }
        return made;
    }

    /** The same mapping with a value for a key, in the place of the old one or at the end. */
    Tree.Mapping put(Tree mapping, String key, Tree value) {
        List<Tree.Entry> entries = new ArrayList<>();
        boolean found = false;
        for (Tree.Entry entry : mapping.entries()) {
            boolean same = entry.key().equals(key);
            entries.add(same ? new Tree.Entry(key, entry.keySpan(), value) : entry);
            found |= same;
        }
        if (!found) {
            entries.add(new Tree.Entry(key, value.span(), value));
        }
        return carry(new Tree.Mapping(entries, mapping.span()), mapping);
    }

    /** The same mapping with the entries of another in place of its own of the same keys. */
    Tree.Mapping over(Tree mapping, Tree other) {
        Map<String, Tree.Entry> entries = new LinkedHashMap<>();
        mapping.entries().forEach(entry -> entries.put(entry.key(), entry));
        other.entries().forEach(entry -> entries.put(entry.key(), entry));
        return carry(new Tree.Mapping(List.copyOf(entries.values()), mapping.span()), mapping);
    }

    /** The same mapping without a key. */
    Tree.Mapping without(Tree mapping, String key) {
        List<Tree.Entry> entries =
                mapping.entries().stream().filter(e -> !e.key().equals(key)).toList();
        return carry(new Tree.Mapping(entries, mapping.span()), mapping);
    }

    /** The same list with other elements. */
    Tree.Items items(Tree list, List<Tree> elements) {
        return carry(new Tree.Items(elements, list.span()), list);
    }

    /** The same text with other letters. */
    Tree.Scalar text(Tree.Scalar scalar, String other) {
        return carry(new Tree.Scalar(other, scalar.quoted(), scalar.span()), scalar);
    }

    /** The same tree with a value at a path of keys; mappings that are missing on the way stand where the value does. */
    Tree with(Tree tree, Tree value, String... keys) {
        return with(tree, value, List.of(keys));
    }

    private Tree with(Tree tree, Tree value, List<String> keys) {
        if (keys.isEmpty()) {
            return value;
        }
        String key = keys.get(0);
        Tree below = tree.at(key).orElseGet(() -> carry(new Tree.Mapping(List.of(), value.span()), value));
        return put(tree, key, with(below, value, keys.subList(1, keys.size())));
    }
}
