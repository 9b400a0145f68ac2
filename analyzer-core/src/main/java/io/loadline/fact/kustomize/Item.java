package io.loadline.fact.kustomize;

import io.loadline.source.Tree;
import java.util.ArrayList;
import java.util.List;

/**
 * One object on its way to the cluster.
 *
 * @param path of the file in which it begins
 * @param formerNames that it had in bases; patches may still call it so
 * @param environment empty while no kustomization on its way names one
 */
record Item(String path, Tree tree, List<String> formerNames, String environment) {

    Item {
        formerNames = List.copyOf(formerNames);
    }

    static Item of(String path, Tree tree) {
        return new Item(path, tree, List.of(), "");
    }

    String kind() {
        return tree.text("kind").orElse("");
    }

    String name() {
        return tree.text("metadata", "name").orElse("");
    }

    boolean isWorkload() {
        return tree.at("spec", "template").isPresent();
    }

    boolean isCalled(String name) {
        return name().equals(name) || formerNames.contains(name);
    }

    /** Tells it from other objects of one deployment. */
    String identity() {
        return String.join("/", environment, tree.text("metadata", "namespace").orElse(""), kind(), name());
    }

    Item with(Tree changed) {
        return new Item(path, changed, formerNames, environment);
    }

    Item renamed(Tree changed) {
        List<String> names = new ArrayList<>(formerNames);
        names.add(name());
        return new Item(path, changed, names, environment);
    }

    Item in(String other) {
        return new Item(path, tree, formerNames, other);
    }
}
