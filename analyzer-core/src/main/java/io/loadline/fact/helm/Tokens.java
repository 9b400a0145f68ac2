package io.loadline.fact.helm;

import java.util.ArrayList;
import java.util.List;

/** Splits the text of a directive: quoted texts, brackets, bars, and words with the fields that hang on them. */
final class Tokens {

    private Tokens() {}

    static List<String> of(String text) {
        List<String> tokens = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int end;
            if (Character.isWhitespace(c) || c == ',') {
                i++;
                continue;
            }
            if (c == '"' || c == '`') {
                end = quoteEnd(text, i);
            } else if (c == '(' || c == '|') {
                end = i + 1;
            } else {
                end = wordEnd(text, i + 1);
            }
            tokens.add(text.substring(i, end));
            i = end;
        }
        return tokens;
    }

    private static int quoteEnd(String text, int from) {
        char quote = text.charAt(from);
        for (int i = from + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\' && quote == '"') {
                i++;
            } else if (text.charAt(i) == quote) {
                return i + 1;
            }
        }
        return text.length();
    }

    private static int wordEnd(String text, int from) {
        int i = from;
        while (i < text.length() && !Character.isWhitespace(text.charAt(i)) && "()|,\"`".indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    /** The text between quotes, escapes resolved. */
    static String unquoted(String token) {
        if (token.length() < 2) {
            return "";
        }
        String inner = token.substring(1, token.length() - 1);
        if (token.startsWith("`") || inner.indexOf('\\') < 0) {
            return inner;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (c == '\\' && i + 1 < inner.length()) {
                char next = inner.charAt(++i);
                out.append(next == 'n' ? '\n' : next == 't' ? '\t' : next);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
