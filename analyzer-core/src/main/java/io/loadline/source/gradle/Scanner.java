package io.loadline.source.gradle;

/** A text with a cursor that knows its line and column, both from 1, and steps over comments and strings as one. */
final class Scanner {

    static final char END = '\0';

    private final String text;
    private int at;
    private int line = 1;
    private int column = 1;
    private int lastLine = 1;
    private int lastColumn = 1;

    Scanner(String text) {
        this.text = text;
    }

    boolean done() {
        return at >= text.length();
    }

    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : END;
    }

    boolean startsWith(String prefix) {
        return text.startsWith(prefix, at);
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }

    /** Line of the character taken last. */
    int lastLine() {
        return lastLine;
    }

    /** Column of the character taken last. */
    int lastColumn() {
        return lastColumn;
    }

    char take() {
        char c = text.charAt(at++);
        lastLine = line;
        lastColumn = column;
        if (c == '\n') {
            line++;
            column = 1;
        } else {
            column++;
        }
        return c;
    }

    /** Steps over a comment; false when there is none here. The line break after a line comment is left. */
    boolean skipComment() {
        if (startsWith("//") || (startsWith("#!") && at == 0)) {
            while (!done() && peek() != '\n') {
                take();
            }
            return true;
        }
        if (!startsWith("/*")) {
            return false;
        }
        take();
        take();
        while (!done() && !startsWith("*/")) {
            take();
        }
        for (int i = 0; i < 2 && !done(); i++) {
            take();
        }
        return true;
    }

    /** Takes a string literal with its quotes; empty when there is none here. An open string ends with its line. */
    String takeString() {
        char quote = peek();
        if (quote != '"' && quote != '\'') {
            return "";
        }
        int start = at;
        String triple = String.valueOf(quote).repeat(3);
        boolean isTriple = startsWith(triple);
        for (int i = 0; i < (isTriple ? 3 : 1); i++) {
            take();
        }
        while (!done() && !(isTriple ? startsWith(triple) : peek() == quote || peek() == '\n')) {
            if (peek() == '\\' && !done()) {
                take();
            }
            if (quote == '"' && startsWith("${")) {
                takeInterpolation();
            } else if (!done()) {
                take();
            }
        }
        for (int i = 0; i < (isTriple ? 3 : 1) && !done() && peek() == quote; i++) {
            take();
        }
        return text.substring(start, at);
    }

    /** Braces inside an interpolation balance, and its quotes do not end the string around it. */
    private void takeInterpolation() {
        take();
        int depth = 0;
        do {
            if (takeString().isEmpty()) {
                char c = take();
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            }
        } while (!done() && peek() != '\n' && depth > 0);
    }
}
