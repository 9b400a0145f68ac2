package io.loadline.source;

import io.loadline.evidence.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A value of a YAML or JSON document, with the place where it stands. */
public sealed interface Tree {

    /** Where the value stands. */
    Span span();

    /**
     * A scalar.
     *
     * @param value the text after unquoting; empty for a null
     * @param quoted whether it was written in quotes (so that {@code "8080"} stays text)
     */
    record Scalar(String value, boolean quoted, Span span) implements Tree {}

    /** A mapping, in written order. */
    record Mapping(List<Entry> entries, Span span) implements Tree {
        public Mapping {
            entries = List.copyOf(entries);
        }
    }

    /** A sequence. */
    record Items(List<Tree> elements, Span span) implements Tree {
        public Items {
            elements = List.copyOf(elements);
        }
    }

    /** One entry of a mapping; {@code keySpan} is where a reviewer would point. */
    record Entry(String key, Span keySpan, Tree value) {}

    /** The value below a path of keys, where every step is a mapping that has it. */
    default Optional<Tree> at(String... keys) {
        Tree here = this;
        for (String key : keys) {
            Optional<Entry> entry = here.entry(key);
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            here = entry.get().value();
        }
        return Optional.of(here);
    }

    /** The entry of that key, where this is a mapping that has it. The last one wins, as in most parsers. */
    default Optional<Entry> entry(String key) {
        if (!(this instanceof Mapping mapping)) {
            return Optional.empty();
        }
        return mapping.entries().stream().filter(e -> e.key().equals(key)).reduce((first, second) -> second);
    }

    /** The non-empty text below a path of keys. */
    default Optional<String> text(String... keys) {
        return at(keys).flatMap(
                        t -> t instanceof Scalar s && !s.value().isEmpty() ? Optional.of(s.value()) : Optional.empty());
    }

    /** The whole number below a path of keys; empty when it is not one (a template or a reference, say). */
    default OptionalLong number(String... keys) {
        Optional<String> text = text(keys).filter(t -> t.matches("-?\\d{1,18}"));
        return text.isPresent() ? OptionalLong.of(Long.parseLong(text.get())) : OptionalLong.empty();
    }

    /** The elements of the sequence below a path of keys; empty when there is none. */
    default List<Tree> items(String... keys) {
        return at(keys).map(t -> t instanceof Items items ? items.elements() : List.<Tree>of())
                .orElse(List.of());
    }

    /** The entries of the mapping below a path of keys; empty when there is none. */
    default List<Entry> entries(String... keys) {
        return at(keys).map(t -> t instanceof Mapping mapping ? mapping.entries() : List.<Entry>of())
                .orElse(List.of());
    }
}
