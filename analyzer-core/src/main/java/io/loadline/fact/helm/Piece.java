package io.loadline.fact.helm;

import java.util.ArrayList;
import java.util.List;

/**
 * Plain text or one directive of a template, blanks taken off where a directive says so.
 *
 * @param text as written, a directive with its braces
 * @param body what stands between the braces; empty for plain text
 * @param line that it starts on
 */
record Piece(String text, String body, int line, boolean isText) {

    static List<Piece> split(String text) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        int line = 1;
        boolean trimNext = false;
        while (at < text.length()) {
            int open = text.indexOf("{{", at);
            int close = open < 0 ? -1 : close(text, open + 2);
            int end = close < 0 ? text.length() : open;
            boolean trimBefore = close >= 0 && text.startsWith("{{-", open);
            addText(pieces, text.substring(at, end), line, trimNext, trimBefore);
            line += lines(text, at, end);
            if (close < 0) {
                break;
            }
            String source = text.substring(open, close);
            trimNext = source.endsWith("-}}");
            pieces.add(new Piece(source, body(source, trimNext), line, false));
            line += lines(text, open, close);
            at = close;
        }
        return pieces;
    }

    private static void addText(List<Piece> pieces, String text, int line, boolean trimStart, boolean trimEnd) {
        String kept = trimStart ? text.stripLeading() : text;
        int skipped = lines(text, 0, text.length() - kept.length());
        kept = trimEnd ? kept.stripTrailing() : kept;
        if (!kept.isEmpty()) {
            pieces.add(new Piece(kept, "", line + skipped, true));
        }
    }

    private static String body(String source, boolean trimsAfter) {
        String inner = source.substring(2, source.length() - (trimsAfter ? 3 : 2));
        return (inner.startsWith("-") ? inner.substring(1) : inner).strip();
    }

    /** The offset after the closing braces, which do not count inside quotes and comments; -1 when they are missing. */
    private static int close(String text, int from) {
        int comment = text.startsWith("/*", from) ? from : text.startsWith("- /*", from) ? from + 2 : -1;
        if (comment >= 0) {
            int end = text.indexOf("*/", comment);
            int braces = end < 0 ? -1 : text.indexOf("}}", end);
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

    private static int lines(String text, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += text.charAt(i) == '\n' ? 1 : 0;
        }
        return count;
    }

    boolean isComment() {
        return body.startsWith("/*");
    }

    /** The first word of a directive. */
    String word() {
        int end = 0;
        while (end < body.length() && Character.isLetter(body.charAt(end))) {
            end++;
        }
        return body.substring(0, end);
    }

    String afterWord() {
        return body.substring(word().length()).strip();
    }
}
