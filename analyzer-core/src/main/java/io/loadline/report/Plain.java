package io.loadline.report;

import java.util.Locale;

/**
 * Scanned text made harmless for anything that shows plain text: control characters, invisible characters and those that reorder
 * text become visible escapes, so that neither a terminal nor a reviewer is fooled.
 */
final class Plain {

    private static final String TAB = "    ";

    private Plain() {}

    /** One line: line breaks and tabs become a space. */
    static String line(String text) {
        return clean(text, " ");
    }

    /** A source line: tabs become four spaces. */
    static String source(String text) {
        return clean(text, TAB);
    }

    private static String clean(String text, String tab) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\t') {
                out.append(tab);
            } else if (c == '\n' || c == '\r') {
                out.append(' ');
            } else if (isDeceptive(c)) {
                out.append(String.format(Locale.ROOT, "\\u{%x}", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /** Whether a character acts on the display instead of being seen. */
    static boolean isDeceptive(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
