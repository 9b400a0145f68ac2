package io.loadline.source.yaml;

import io.loadline.evidence.Span;
import java.util.Arrays;

/** The lines of a text, numbered from 0 as the parser does. */
final class Lines {

    private final String[] lines;

    Lines(String text) {
        this.lines = text.split("\r\n|\r|\n", -1);
    }

    int count() {
        return lines.length;
    }

    /** The text from a line on, with as many empty lines before it that every line keeps its number. */
    String from(int line) {
        return "\n".repeat(line) + String.join("\n", Arrays.asList(lines).subList(line, lines.length));
    }

    /** The first separator at or after a line; the number of lines when there is none. */
    int separator(int line) {
        int i = line;
        while (i < lines.length && !lines[i].startsWith("---")) {
            i++;
        }
        return i;
    }

    /** A stretch given by the parser's start and exclusive end, both from 0; blank space at the end is taken off. */
    Span span(int line, int column, int endLine, int endColumn) {
        if (line >= lines.length) {
            return span(lines.length - 1, 0, lines.length - 1, 0);
        }
        int lastLine = Math.min(endLine, lines.length - 1);
        int lastColumn = endColumn;
        while (lastLine > line
                && text(lastLine).substring(0, clip(lastLine, lastColumn)).isBlank()) {
            lastLine--;
            lastColumn = text(lastLine).length();
        }
        int endsAt = lastLine > line ? lastColumn : Math.max(column + 1, lastColumn);
        return new Span(line + 1, column + 1, lastLine + 1, endsAt);
    }

    /** The place of the n-th character of the text, where every line break counts as one. */
    Span at(int position) {
        int rest = position;
        int line = 0;
        while (line < lines.length - 1 && rest > lines[line].length()) {
            rest -= lines[line].length() + 1;
            line++;
        }
        return span(line, Math.max(0, rest), line, rest + 1);
    }

    private int clip(int line, int column) {
        return Math.min(column, text(line).length());
    }

    private String text(int line) {
        return line < lines.length ? lines[line] : "";
    }
}
