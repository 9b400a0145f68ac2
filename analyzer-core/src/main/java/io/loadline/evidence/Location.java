package io.loadline.evidence;

import java.util.Comparator;

/**
 * A place in a scanned file.
 *
 * @param path relative to the audited root, with {@code /}; empty for the audited root itself
 * @param line first line, from 1
 * @param column first column, from 1
 * @param endLine last line, from 1, never before {@code line}
 * @param endColumn last column, inclusive, from 1
 */
public record Location(String path, int line, int column, int endLine, int endColumn) implements Comparable<Location> {

    private static final Comparator<Location> ORDER = Comparator.comparing(Location::path)
            .thenComparingInt(Location::line)
            .thenComparingInt(Location::column)
            .thenComparingInt(Location::endLine)
            .thenComparingInt(Location::endColumn);

    public Location {
        if (line < 1 || column < 1 || endLine < line || (endLine == line && endColumn < column)) {
            throw new IllegalArgumentException(
                    "not a place: %s:%s:%s-%s:%s".formatted(path, line, column, endLine, endColumn));
        }
    }

    /** The start of a file, for statements about the whole of it. */
    public static Location of(String path) {
        return new Location(path, 1, 1, 1, 1);
    }

    /** A whole span of a file. */
    public static Location of(String path, Span span) {
        return new Location(path, span.line(), span.column(), span.endLine(), span.endColumn());
    }

    @Override
    public int compareTo(Location other) {
        return ORDER.compare(this, other);
    }

    /** {@code path:line:column}, as compilers print it. */
    @Override
    public String toString() {
        return path + ":" + line + ":" + column;
    }
}
