package io.loadline.source.yaml;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts quotes around values that hold template directives, so that a YAML parser takes them for text. */
final class InlineQuotes {

    private static final Pattern ITEMS = Pattern.compile("\\s*(?:- +)*");

    private InlineQuotes() {}

    /** One line of a block mapping or sequence with the values that hold directives quoted. */
    static String quote(String line) {
        Matcher items = ITEMS.matcher(line);
        String before = items.lookingAt() ? items.group() : "";
        String rest = line.substring(before.length());
        int colon = colon(rest);
        if (colon < 0) {
            return before + value(rest);
        }
        String key = rest.substring(0, colon);
        String afterColon = rest.substring(colon + 1);
        String value = afterColon.stripLeading();
        String blank = afterColon.substring(0, afterColon.length() - value.length());
        return before + (key.startsWith("{{") || key.startsWith("\"") ? value(key) : scalarKey(key)) + ":" + blank
                + value(value);
    }

    static String single(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String scalarKey(String key) {
        return Action.next(key, 0).isPresent() ? single(key) : key;
    }

    /** The colon that ends the key; those inside directives and quotes do not. */
    private static int colon(String text) {
        char quote = 0;
        int i = 0;
        while (i < text.length()) {
            Optional<Action> action = text.startsWith("{{", i) ? Action.next(text, i) : Optional.empty();
            if (action.isPresent()) {
                i = action.get().end();
                continue;
            }
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == ':' && (i + 1 == text.length() || text.charAt(i + 1) == ' ')) {
                return i;
            } else if (i == 0 && (c == '"' || c == '\'')) {
                quote = c;
            }
            i++;
        }
        return -1;
    }

    private static String value(String value) {
        if (value.isEmpty() || Action.next(value, 0).isEmpty()) {
            return value;
        }
        char first = value.charAt(0);
        if ("|>&*!#".indexOf(first) >= 0) {
            return value;
        }
        String text = withoutComment(value);
        if (first == '"' || first == '\'') {
            return text.length() > 1 && text.charAt(text.length() - 1) == first ? requoted(text, first) : value;
        }
        return first == '[' || (first == '{' && !value.startsWith("{{")) ? flow(text) : single(text);
    }

    /** Double quotes of a directive would end the quoted value early; inside single quotes they do not. */
    private static String requoted(String text, char quote) {
        String inner = text.substring(1, text.length() - 1);
        boolean clean = inner.indexOf(quote) < 0 && (quote == '\'' || inner.indexOf('\\') < 0);
        return clean ? text : single(inner);
    }

    /** Inside quotes only the quotes of the directive itself need care. */
    private static String flow(String text) {
        StringBuilder out = new StringBuilder();
        char quote = 0;
        int at = 0;
        while (at < text.length()) {
            Optional<Action> action = text.startsWith("{{", at) ? Action.next(text, at) : Optional.empty();
            if (action.isPresent()) {
                out.append(quotedFor(text.substring(at, action.get().end()), quote));
                at = action.get().end();
                continue;
            }
            char c = text.charAt(at++);
            out.append(c);
            boolean isQuote = c == '"' || c == '\'';
            quote = quote == 0 && isQuote ? c : c == quote ? 0 : quote;
        }
        return out.toString();
    }

    private static String quotedFor(String directive, char quote) {
        if (quote == 0) {
            return single(directive);
        }
        return quote == '"' ? directive.replace("\\", "\\\\").replace("\"", "\\\"") : directive.replace("'", "''");
    }

    private static String withoutComment(String value) {
        int at = 0;
        Optional<Action> next = Action.next(value, 0);
        while (next.isPresent()) {
            at = next.get().end();
            next = Action.next(value, at);
        }
        int comment = value.indexOf(" #", at);
        return (comment < 0 ? value : value.substring(0, comment)).strip();
    }
}
