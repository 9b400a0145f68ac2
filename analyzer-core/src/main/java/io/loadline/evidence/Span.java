package io.loadline.evidence;

/**
 * A stretch of text inside one file, without the file's name: what readers attach to everything they keep. Lines and columns
 * start at 1, ends are inclusive.
 */
public record Span(int line, int column, int endLine, int endColumn) {

    /** The first character of a file. */
    public static final Span START = new Span(1, 1, 1, 1);

    /** A stretch on one line. */
    public static Span onLine(int line, int column, int endColumn) {
        return new Span(line, column, line, Math.max(column, endColumn));
    }
}
