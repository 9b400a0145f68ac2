package io.loadline.fact.kustomize;

import io.loadline.evidence.Location;
import io.loadline.fact.deploy.RelativePaths;
import io.loadline.source.Input;
import io.loadline.source.Tree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One kustomization as its file states it.
 *
 * @param directory relative to the audited root; empty for the root
 * @param path of its file
 */
record Kustomization(String directory, String path, Tree about) {

    private static final Set<String> NAMES = Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");
    private static final String GROUP = "kustomize.config.k8s.io/";

    /** All of them by directory. Objects of other tools that have the same kind are none. */
    static SortedMap<String, Kustomization> all(Collection<Input> inputs) {
        SortedMap<String, Kustomization> all = new TreeMap<>();
        for (Input input : inputs) {
            String name = input.path().substring(input.path().lastIndexOf('/') + 1);
            if (input instanceof Input.Documents file && NAMES.contains(name)) {
                String directory = RelativePaths.folder(file.path());
                file.documents().stream()
                        .limit(1)
                        .filter(document ->
                                document.text("apiVersion").orElse(GROUP).startsWith(GROUP))
                        .forEach(document ->
                                all.putIfAbsent(directory, new Kustomization(directory, file.path(), document)));
            }
        }
        return all;
    }

    /** Whether it is only ever part of others. */
    boolean isComponent() {
        return about.text("kind").filter("Component"::equals).isPresent();
    }

    /** What it takes in, as written, in order. */
    List<Tree.Scalar> resources() {
        return Stream.concat(texts("resources").stream(), texts("bases").stream())
                .toList();
    }

    /** The plain elements of a list. */
    List<Tree.Scalar> texts(String... keys) {
        return scalars(about.items(keys));
    }

    static List<Tree.Scalar> scalars(List<Tree> elements) {
        List<Tree.Scalar> scalars = new ArrayList<>();
        for (Tree element : elements) {
            if (element instanceof Tree.Scalar scalar) {
                scalars.add(scalar);
            }
        }
        return scalars;
    }

    /** A path that it writes, seen from the audited root. */
    String resolve(String written) {
        return RelativePaths.resolve(directory, written);
    }

    Location at(Tree part) {
        return Location.of(path, part.span());
    }
}
