package io.loadline.flow.rows;

import java.util.Locale;

/** Takes queries inside of queries out of a text. */
final class Subqueries {

    /** Stands in the text for a query inside of it. */
    static final String MARK = "{{query}}";

    private Subqueries() {}

    /** The text with each parenthesised query replaced by a mark. */
    static String hidden(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (at > 0
                    && text.charAt(at) == '('
                    && lower.substring(at + 1).stripLeading().startsWith("select ")) {
                at = end(text, at);
                out.append(MARK);
            } else {
                out.append(text.charAt(at));
                at++;
            }
        }
        return out.toString();
    }

    /** The place after the parenthesis that closes the one at a place. */
    private static int end(String text, int open) {
        int depth = 0;
        for (int at = open; at < text.length(); at++) {
            depth += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
            if (depth == 0) {
                return at + 1;
            }
        }
        return text.length();
    }
}
