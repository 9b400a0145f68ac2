package io.loadline.fact.deploy;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces references to build arguments and variables of a Dockerfile whose values are known. */
final class References {

    private static final Pattern REFERENCE = Pattern.compile("\\$(?:(\\w+)|\\{(\\w+)(?::?-([^}]*)|:?\\+[^}]*)?})");
    private static final int LIMIT_CHARACTERS = 4_000;

    private References() {}

    /** The text with known references replaced and defaults filled in; others stay as written. */
    static String fill(String text, Map<String, String> known) {
        Matcher reference = REFERENCE.matcher(text);
        StringBuilder out = new StringBuilder();
        while (reference.find()) {
            String name = reference.group(1) != null ? reference.group(1) : reference.group(2);
            String fallback = reference.group(3) != null ? reference.group(3) : reference.group();
            reference.appendReplacement(out, Matcher.quoteReplacement(known.getOrDefault(name, fallback)));
            if (out.length() > LIMIT_CHARACTERS) {
                return text;
            }
        }
        return reference.appendTail(out).toString();
    }
}
