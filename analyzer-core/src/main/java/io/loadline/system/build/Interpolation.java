package io.loadline.system.build;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Replaces <code>${name}</code> by what a build file says of it. What cannot be told stays as written. */
final class Interpolation {

    /** More than any version or name has; a text that grows beyond was made to grow. */
    private static final int LIMIT_CHARACTERS = 8192;

    private static final int LIMIT_DEPTH = 64;

    private final Function<String, Optional<String>> lookup;
    private final Map<String, String> known = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();

    Interpolation(Function<String, Optional<String>> lookup) {
        this.lookup = lookup;
    }

    /** The text with every placeholder replaced that can be. */
    String of(String text) {
        int open = text.indexOf("${");
        if (open < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int done = 0;
        while (open >= 0) {
            int close = text.indexOf('}', open);
            if (close < 0 || out.length() > LIMIT_CHARACTERS) {
                break;
            }
            out.append(text, done, open).append(value(text.substring(open + 2, close)));
            done = close + 1;
            open = text.indexOf("${", done);
        }
        out.append(text, done, text.length());
        return out.length() > LIMIT_CHARACTERS ? text : out.toString();
    }

    private String value(String name) {
        String before = known.get(name);
        if (before != null) {
            return before;
        }
        String unresolved = "${" + name + "}";
        if (underWay.size() >= LIMIT_DEPTH || !underWay.add(name)) {
            return unresolved;
        }
        String value = lookup.apply(name).map(this::of).orElse(unresolved);
        underWay.remove(name);
        known.put(name, value);
        return value;
    }
}
