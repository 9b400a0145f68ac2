package io.loadline.source.yaml;

import java.util.Optional;
import java.util.Set;

/**
 * One template directive.
 *
 * @param start offset of its opening braces
 * @param end offset after its closing braces
 * @param body what stands between the braces, without trim markers
 */
record Action(int start, int end, String body) {

    private static final Set<String> OPENING = Set.of("if", "with", "range", "define", "block");
    private static final Set<String> SILENT = Set.of("break", "continue", "template");

    /** The next directive at or after an offset. Double braces after a dollar belong to other languages. */
    static Optional<Action> next(String text, int from) {
        int start = text.indexOf("{{", from);
        while (start > 0 && text.charAt(start - 1) == '$') {
            start = text.indexOf("{{", start + 2);
        }
        int end = start < 0 ? -1 : end(text, start + 2);
        return end < 0
                ? Optional.empty()
                : Optional.of(new Action(start, end, body(text.substring(start + 2, end - 2))));
    }

    /** The offset after the closing braces, which do not count inside quotes and comments; -1 when they are missing. */
    private static int end(String text, int from) {
        if (text.startsWith("/*", from) || text.startsWith("- /*", from)) {
            int close = text.indexOf("*/", from);
            int braces = close < 0 ? -1 : text.indexOf("}}", close);
            return braces < 0 ? -1 : braces + 2;
        }
        char quote = 0;
        for (int i = from; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                i += c == '\\' && quote == '"' ? 1 : 0;
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '`') {
                quote = c;
            } else if (c == '}' && text.charAt(i + 1) == '}') {
                return i + 2;
            }
        }
        return -1;
    }

    private static String body(String between) {
        String text = between.startsWith("-") ? between.substring(1) : between;
        text = text.endsWith("-") ? text.substring(0, text.length() - 1) : text;
        return text.strip();
    }

    /** Whether it opens a block that {@code end} closes. */
    boolean opens() {
        return OPENING.contains(word());
    }

    boolean isElse() {
        return word().equals("else");
    }

    boolean isEnd() {
        return word().equals("end");
    }

    /** Whether the block it opens is defined here and put out elsewhere. */
    boolean isDefinition() {
        return word().equals("define");
    }

    /** Whether it puts out a value where it stands. */
    boolean isOutput() {
        boolean silent = opens() || isElse() || isEnd() || SILENT.contains(word());
        return !silent && !body.startsWith("/*") && !body.matches("\\$[\\w]*\\s*:?=.*");
    }

    /** What a {@code with} block makes of the dot. */
    String scope() {
        return word().equals("with") ? body.substring("with".length()).strip() : "";
    }

    private String word() {
        int end = 0;
        while (end < body.length() && Character.isLetter(body.charAt(end))) {
            end++;
        }
        return body.substring(0, end);
    }
}
