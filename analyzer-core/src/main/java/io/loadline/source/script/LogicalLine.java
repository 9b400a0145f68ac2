package io.loadline.source.script;

import io.loadline.evidence.Span;

/**
 * A line of a script with those that continue it.
 *
 * @param text stripped, without comment; empty when nothing but a comment stands there
 * @param lastIndex index of its last line, from 0
 */
record LogicalLine(String text, Span span, int lastIndex) {

    /** A quote that stays open longer than this is taken for a stray character. */
    private static final int MAX_QUOTED_LINES = 100;

    static LogicalLine at(String[] lines, int first) {
        StringBuilder text = new StringBuilder();
        char quote = 0;
        for (int i = first; i < lines.length; i++) {
            int codeEnd = codeEnd(lines[i], quote);
            quote = quoteAfter(lines[i].substring(0, codeEnd), quote);
            boolean continued = codeEnd == lines[i].length() && quote != '\'' && endsInBackslash(lines[i]);
            text.append(lines[i], 0, continued ? codeEnd - 1 : codeEnd);
            if (quote == 0 && !continued) {
                return of(lines, first, i, text.toString());
            }
            if (quote != 0 && i - first > MAX_QUOTED_LINES) {
                break;
            }
            text.append(continued ? "" : "\n");
        }
        return of(lines, first, first, lines[first].substring(0, codeEnd(lines[first], (char) 0)));
    }

    private static LogicalLine of(String[] lines, int first, int last, String text) {
        int column = lines[first].length() - lines[first].stripLeading().length() + 1;
        int endColumn =
                Math.max(last > first ? 1 : column, lines[last].stripTrailing().length());
        return new LogicalLine(text.strip(), new Span(first + 1, column, last + 1, endColumn), last);
    }

    /** Where the comment starts, or the end of the line. */
    private static int codeEnd(String line, char quoteBefore) {
        char quote = quoteBefore;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean wordStart = i == 0 || Character.isWhitespace(line.charAt(i - 1)) || line.charAt(i - 1) == ';';
            if (quote == 0 && c == '#' && wordStart) {
                return i;
            }
            if (c == '\\' && quote != '\'') {
                i++;
            } else {
                quote = next(quote, c);
            }
        }
        return line.length();
    }

    private static char quoteAfter(String code, char quoteBefore) {
        char quote = quoteBefore;
        for (int i = 0; i < code.length(); i++) {
            if (code.charAt(i) == '\\' && quote != '\'') {
                i++;
            } else {
                quote = next(quote, code.charAt(i));
            }
        }
        return quote;
    }

    private static char next(char quote, char c) {
        if (c == quote) {
            return 0;
        }
        return quote == 0 && (c == '"' || c == '\'') ? c : quote;
    }

    private static boolean endsInBackslash(String line) {
        int slashes = 0;
        while (slashes < line.length() && line.charAt(line.length() - 1 - slashes) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }
}
