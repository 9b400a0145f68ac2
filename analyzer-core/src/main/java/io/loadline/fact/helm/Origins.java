package io.loadline.fact.helm;

import io.loadline.evidence.Span;
import io.loadline.source.Tree;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** Where values were written, by identity: equal values of different files are different values. */
final class Origins {

    private final IdentityHashMap<Tree, Place> places = new IdentityHashMap<>();

    /** Notes that a value and everything in it was written in a file. */
    void note(String path, Tree value) {
        places.put(value, new Place(path, value.span()));
        if (value instanceof Tree.Mapping mapping) {
            mapping.entries().forEach(e -> note(path, e.value()));
        } else if (value instanceof Tree.Items items) {
            items.elements().forEach(e -> note(path, e));
        }
    }

    /** A value computed from another one comes from where that was written. */
    Tree carry(Tree computed, Tree from) {
        Place place = places.get(from);
        if (place != null && computed != from) {
            places.put(computed, place);
        }
        return computed;
    }

    @Nullable
    Place of(Tree value) {
        return places.get(value);
    }

    /** From a key to the end of its plain value. */
    @Nullable
    Place ofEntry(Tree.Entry entry) {
        Place value = places.get(entry.value());
        if (value == null) {
            return null;
        }
        Span key = entry.keySpan();
        Span end = value.span();
        boolean together =
                entry.value() instanceof Tree.Scalar && end.line() == key.endLine() && end.column() > key.column();
        return new Place(
                value.path(), together ? new Span(key.line(), key.column(), end.endLine(), end.endColumn()) : key);
    }
}
