package io.loadline.flow.rows;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads filters that are written as JSON documents. */
final class Documents {

    private static final Pattern EQUAL = Pattern.compile(
            "['\"]?([\\w.$]+)['\"]?\\s*:\\s*['\"]?(\\?\\d+|:#?\\{[^}]*\\}|:\\w+|\\?#\\{[^}]*\\})['\"]?");

    private Documents() {}

    /** What a filter document asks for; only what stands at its top counts one by one. */
    static Restriction restriction(String text) {
        String inner = text.strip();
        inner = inner.substring(1, inner.endsWith("}") ? inner.length() - 1 : inner.length());
        if (inner.isBlank()) {
            return Restriction.NONE;
        }
        Set<String> equal = new LinkedHashSet<>();
        Matcher pair = EQUAL.matcher(inner);
        int depth = 0;
        int last = 0;
        while (pair.find()) {
            for (char c : inner.substring(last, pair.start()).toCharArray()) {
                depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            }
            last = pair.end();
            if (depth == 0 && !pair.group(1).startsWith("$")) {
                equal.add(pair.group(1).replaceFirst("^_id$", "id"));
            }
        }
        return new Restriction(equal, Set.of(), inner.contains("$") || equal.isEmpty());
    }
}
