package io.loadline.fact.helm;

import io.loadline.evidence.Span;
import io.loadline.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values of templates: plain trees. Nil is the empty text without quotes. */
final class Values {

    static final Tree.Scalar NIL = new Tree.Scalar("", false, Span.START);
    static final Tree.Mapping NOTHING = new Tree.Mapping(List.of(), Span.START);

    private Values() {}

    static Tree.Scalar text(String text) {
        return new Tree.Scalar(text, true, Span.START);
    }

    static Tree.Scalar plain(Object value) {
        return new Tree.Scalar(String.valueOf(value), false, Span.START);
    }

    static Tree.Mapping mapping(Map<String, Tree> entries) {
        List<Tree.Entry> all = new ArrayList<>();
        entries.forEach((key, value) -> all.add(new Tree.Entry(key, value.span(), value)));
        return new Tree.Mapping(all, Span.START);
    }

    static boolean isNil(Tree value) {
        return value instanceof Tree.Scalar scalar && scalar.value().isEmpty() && !scalar.quoted();
    }

    /** What counts as true: everything but false, zero, nil and what is empty. */
    static boolean isTrue(Tree value) {
        if (value instanceof Tree.Scalar scalar) {
            String text = scalar.value();
            return !text.isEmpty() && (scalar.quoted() || !(text.equals("false") || text.matches("-?0+(\\.0+)?")));
        }
        return value instanceof Tree.Mapping mapping
                ? !mapping.entries().isEmpty()
                : !((Tree.Items) value).elements().isEmpty();
    }

    /** The second laid over the first: mappings key by key, everything else as a whole. A written null takes a key away. */
    static Tree merged(Tree below, Tree above) {
        if (!(below instanceof Tree.Mapping low) || !(above instanceof Tree.Mapping high)) {
            return above;
        }
        Map<String, Tree.Entry> all = new LinkedHashMap<>();
        low.entries().forEach(e -> all.put(e.key(), e));
        for (Tree.Entry entry : high.entries()) {
            Tree.Entry old = all.get(entry.key());
            if (isNil(entry.value()) && old != null) {
                all.remove(entry.key());
            } else if (old != null) {
                Tree both = merged(old.value(), entry.value());
                all.put(
                        entry.key(),
                        new Tree.Entry(entry.key(), both == old.value() ? old.keySpan() : entry.keySpan(), both));
            } else {
                all.put(entry.key(), entry);
            }
        }
        return new Tree.Mapping(List.copyOf(all.values()), low.span());
    }
}
