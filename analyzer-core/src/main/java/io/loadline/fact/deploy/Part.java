package io.loadline.fact.deploy;

import io.loadline.deploy.Amount;
import io.loadline.deploy.Label;
import io.loadline.deploy.Labels;
import io.loadline.deploy.Word;
import io.loadline.evidence.Location;
import io.loadline.evidence.Span;
import io.loadline.source.Tree;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place in a document, whether or not something is written there.
 *
 * @param path of the file that the place is in
 * @param tree what is written; absent when nothing is
 * @param key where its key stands, even when the value was written in another file
 * @param environment that the document is for; empty when nothing says so
 * @param at where it stands, with its key; where nothing is written, the nearest thing around it
 */
record Part(String path, @Nullable Tree tree, Location at, Location key, Origin origin, String environment) {

    static Part root(String path, Tree tree, Origin origin, String environment) {
        String own = origin.of(tree, path);
        return new Part(own, tree, first(own, tree.span()), first(own, tree.span()), origin, environment);
    }

    private static Location first(String path, Span span) {
        return Location.of(path, Span.onLine(span.line(), span.column(), span.column()));
    }

    /** The same place with nothing written. */
    Part nothing() {
        return new Part(path, null, at, at, origin, environment);
    }

    boolean exists() {
        return tree != null;
    }

    boolean isMapping() {
        return tree instanceof Tree.Mapping;
    }

    boolean isList() {
        return tree instanceof Tree.Items;
    }

    /** The place below a path of keys. */
    Part at(String... keys) {
        Part here = this;
        for (String key : keys) {
            here = here.child(key);
        }
        return here;
    }

    private Part child(String key) {
        Optional<Tree.Entry> entry = tree == null ? Optional.empty() : tree.entry(key);
        return entry.map(this::value).orElseGet(this::nothing);
    }

    private Part value(Tree.Entry entry) {
        String own = origin.of(entry.value(), path);
        return new Part(own, entry.value(), place(own, entry), Location.of(path, entry.keySpan()), origin, environment);
    }

    /** From the key to the end of a plain value; only the value where it was written in another file. */
    private Location place(String own, Tree.Entry entry) {
        Span key = entry.keySpan();
        Span value = entry.value().span();
        if (!own.equals(path)) {
            return entry.value() instanceof Tree.Scalar ? Location.of(own, value) : first(own, value);
        }
        boolean together = entry.value() instanceof Tree.Scalar
                && value.line() == key.endLine()
                && value.column() > key.endColumn();
        return together
                ? new Location(own, key.line(), key.column(), value.endLine(), value.endColumn())
                : Location.of(own, key);
    }

    /** The text below a path of keys; empty when there is none. */
    String text(String... keys) {
        return at(keys).tree instanceof Tree.Scalar scalar ? scalar.value() : "";
    }

    boolean isTrue(String... keys) {
        return text(keys).equalsIgnoreCase("true");
    }

    Word word(String... keys) {
        return new Word(text(keys), at(keys).at());
    }

    /** A number or percentage. */
    Amount count(String... keys) {
        String text = text(keys);
        return text.isEmpty() ? Amount.absent(at(keys).at()) : Amounts.count(text, at(keys).at());
    }

    /** A Kubernetes quantity: cores, bytes. */
    Amount quantity(String... keys) {
        String text = text(keys);
        return text.isEmpty() ? Amount.absent(at(keys).at()) : Amounts.quantity(text, at(keys).at());
    }

    /** Seconds. */
    Amount duration(String... keys) {
        String text = text(keys);
        return text.isEmpty() ? Amount.absent(at(keys).at()) : Amounts.duration(text, at(keys).at());
    }

    /** The elements of a sequence; empty when there is none. */
    List<Part> items(String... keys) {
        Part list = at(keys);
        if (!(list.tree instanceof Tree.Items items)) {
            return List.of();
        }
        return items.elements().stream().map(list::element).toList();
    }

    private Part element(Tree element) {
        String own = origin.of(element, path);
        Location place = element instanceof Tree.Scalar ? Location.of(own, element.span()) : first(own, element.span());
        return new Part(own, element, place, place, origin, environment);
    }

    /** The entries of a mapping; empty when there is none. */
    List<Field> fields(String... keys) {
        Part mapping = at(keys);
        if (mapping.tree == null) {
            return List.of();
        }
        return mapping.tree.entries().stream()
                .map(e -> new Field(e.key(), mapping.value(e)))
                .toList();
    }

    /** One entry of a mapping. */
    record Field(String key, Part value) {}

    /** The entries of a mapping with plain values. */
    Labels labels(String... keys) {
        return new Labels(fields(keys).stream()
                .filter(f -> f.value().tree() instanceof Tree.Scalar)
                .map(f -> new Label(f.key(), f.value().text(), f.value().at()))
                .toList());
    }

    /** The plain elements of a sequence as words. */
    List<Word> words(String... keys) {
        return items(keys).stream()
                .filter(i -> i.tree() instanceof Tree.Scalar)
                .map(i -> new Word(i.text(), i.at()))
                .toList();
    }
}
