package io.loadline.fact.helm;

import io.loadline.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value written as YAML, with the place that each line comes from.
 *
 * @param places one for each line; absent for values that were not written in a file
 */
record YamlText(List<String> lines, List<@Nullable Place> places) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./+-][A-Za-z0-9_ ./+=@%,-]*");

    static YamlText of(Tree value, Origins origins) {
        YamlText text = new YamlText(new ArrayList<>(), new ArrayList<>());
        if (isBlock(value)) {
            text.block(value, "", "", origins);
        } else {
            text.line(flat(value), origins.of(value));
        }
        return text;
    }

    String text() {
        return String.join("\n", lines);
    }

    /** Writes a mapping or sequence whose first line goes on after what already stands there. */
    private void block(Tree value, String first, String indent, Origins origins) {
        String lead = first;
        for (Tree.Entry entry : value.entries()) {
            String key = lead + quotedIfNeeded(entry.key()) + ":";
            if (isBlock(entry.value())) {
                line(key, origins.ofEntry(entry));
                block(entry.value(), indent + "  ", indent + "  ", origins);
            } else {
                line(key + " " + flat(entry.value()), origins.ofEntry(entry));
            }
            lead = indent;
        }
        for (Tree element : value.items()) {
            if (isBlock(element)) {
                block(element, lead + "- ", indent + "  ", origins);
            } else {
                line(lead + "- " + flat(element), origins.of(element));
            }
            lead = indent;
        }
    }

    private void line(String line, @Nullable Place place) {
        lines.add(line);
        places.add(place);
    }

    private static boolean isBlock(Tree value) {
        return !value.entries().isEmpty() || !value.items().isEmpty();
    }

    private static String flat(Tree value) {
        if (value instanceof Tree.Scalar scalar) {
            boolean plain = !scalar.quoted() && !scalar.value().contains("{{");
            return Values.isNil(scalar) ? "null" : plain ? quotedIfNeeded(scalar.value()) : quoted(scalar.value());
        }
        return value instanceof Tree.Mapping ? "{}" : "[]";
    }

    private static String quotedIfNeeded(String text) {
        return PLAIN.matcher(text).matches() && !text.endsWith(" ") ? text : quoted(text);
    }

    private static String quoted(String text) {
        return "\""
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t") + "\"";
    }
}
