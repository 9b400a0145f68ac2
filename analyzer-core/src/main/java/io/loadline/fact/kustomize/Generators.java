package io.loadline.fact.kustomize;

import io.loadline.evidence.Span;
import io.loadline.source.Input;
import io.loadline.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the config maps and secrets that a kustomization states as literals and files of variables. Values of secrets are left out. */
final class Generators {

    private final Files files;
    private final Kustomization owner;

    Generators(Files files, Kustomization owner) {
        this.files = files;
        this.owner = owner;
    }

    List<Item> applied(List<Item> items) {
        List<Item> all = new ArrayList<>(items);
        owner.about().items("configMapGenerator").forEach(stated -> add("ConfigMap", stated, all));
        owner.about().items("secretGenerator").forEach(stated -> add("Secret", stated, all));
        return all;
    }

    private void add(String kind, Tree stated, List<Item> all) {
        Optional<Map<String, Tree.Entry>> read = entries(stated, kind.equals("Secret"));
        if (read.isEmpty() || !(stated.at("name").orElse(null) instanceof Tree.Scalar name)) {
            return;
        }
        String behavior = stated.text("behavior").orElse("create");
        for (int i = 0; i < all.size(); i++) {
            Item old = all.get(i);
            if (old.kind().equals(kind) && old.isCalled(name.value()) && !behavior.equals("create")) {
                Map<String, Tree.Entry> entries = new LinkedHashMap<>();
                if (behavior.equals("merge")) {
                    old.tree().entries("data").forEach(e -> entries.put(e.key(), e));
                }
                entries.putAll(read.get());
                all.set(i, old.with(files.sources().put(old.tree(), "data", mapping(entries, stated.span()))));
                return;
            }
        }
        all.add(Item.of(owner.path(), made(kind, name, mapping(read.get(), stated.span()))));
    }

    private Tree made(String kind, Tree.Scalar name, Tree data) {
        Span at = name.span();
        Tree.Mapping metadata = new Tree.Mapping(List.of(new Tree.Entry("name", at, name)), at);
        Tree made = new Tree.Mapping(
                List.of(
                        new Tree.Entry("apiVersion", at, new Tree.Scalar("v1", false, at)),
                        new Tree.Entry("kind", at, new Tree.Scalar(kind, false, at)),
                        new Tree.Entry("metadata", at, metadata),
                        new Tree.Entry("data", at, data)),
                at);
        files.sources().carry(made, data);
        return made;
    }

    private Tree mapping(Map<String, Tree.Entry> entries, Span span) {
        Tree.Mapping data = new Tree.Mapping(List.copyOf(entries.values()), span);
        files.sources().claim(owner.path(), data);
        return data;
    }

    /** What is stated; empty when a file of variables cannot be read, so that nobody takes the rest for the whole. */
    private Optional<Map<String, Tree.Entry>> entries(Tree stated, boolean secret) {
        Map<String, Tree.Entry> entries = new LinkedHashMap<>();
        List<Tree> named = new ArrayList<>(stated.items("envs"));
        stated.at("env").ifPresent(named::add);
        for (Tree.Scalar path : Kustomization.scalars(named)) {
            Optional<Input.Properties> file = files.variables(owner, path);
            if (file.isEmpty()) {
                return Optional.empty();
            }
            for (Input.Property line :
                    file.get().documents().stream().flatMap(List::stream).toList()) {
                put(
                        entries,
                        line.key(),
                        secret ? "" : line.value(),
                        line.span(),
                        file.get().path());
            }
        }
        for (Tree.Scalar written : Kustomization.scalars(stated.items("files"))) {
            int equals = written.value().indexOf('=');
            String path = written.value().substring(equals + 1);
            Optional<String> text = files.text(owner, files.sources().text(written, path));
            String key = equals > 0 ? written.value().substring(0, equals) : path.substring(path.lastIndexOf('/') + 1);
            text.ifPresent(t -> put(entries, key, secret ? "" : t, written.span(), owner.path()));
        }
        for (Tree.Scalar literal : Kustomization.scalars(stated.items("literals"))) {
            int equals = literal.value().indexOf('=');
            if (equals > 0) {
                String value = literal.value().substring(equals + 1).replaceAll("^(['\"])(.*)\\1$", "$2");
                put(entries, literal.value().substring(0, equals), secret ? "" : value, literal.span(), owner.path());
            }
        }
        return Optional.of(entries);
    }

    private void put(Map<String, Tree.Entry> entries, String key, String value, Span span, String path) {
        Tree.Scalar scalar = new Tree.Scalar(value, true, span);
        files.sources().claim(path, scalar);
        entries.put(key, new Tree.Entry(key, span, scalar));
    }
}
