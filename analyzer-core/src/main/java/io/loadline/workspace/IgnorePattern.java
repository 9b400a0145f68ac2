package io.loadline.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line of a {@code .gitignore}, in the meaning that git gives it.
 *
 * @param segments the pattern between slashes; {@code **} stands for any number of folders
 * @param anchored whether it is matched from the folder of its file rather than at any depth
 */
record IgnorePattern(List<Glob> segments, boolean negated, boolean foldersOnly, boolean anchored) {

    /** Empty for comments and blank lines. */
    static Optional<IgnorePattern> parse(String line) {
        String text = withoutTrailingBlanks(line);
        if (text.isEmpty() || text.startsWith("#")) {
            return Optional.empty();
        }
        boolean negated = text.startsWith("!");
        text = negated ? text.substring(1) : text;
        boolean foldersOnly = text.endsWith("/");
        text = foldersOnly ? text.substring(0, text.length() - 1) : text;
        boolean anchored = text.contains("/");
        List<Glob> segments = new ArrayList<>();
        for (String segment : text.split("/")) {
            if (!segment.isEmpty()) {
                segments.add(new Glob(segment));
            }
        }
        return segments.isEmpty()
                ? Optional.empty()
                : Optional.of(new IgnorePattern(List.copyOf(segments), negated, foldersOnly, anchored));
    }

    /** Whether the pattern speaks of this path, given relative to the folder of the pattern's file. */
    boolean matches(String[] path, boolean folder) {
        if (foldersOnly && !folder) {
            return false;
        }
        if (!anchored) {
            return segments.get(0).matches(path[path.length - 1]);
        }
        return matchesFromStart(path);
    }

    /** Whether a prefix of the segments matches a prefix of the path, row by row, so that hostile patterns stay quadratic. */
    private boolean matchesFromStart(String[] path) {
        boolean[] row = new boolean[path.length + 1];
        row[0] = true;
        for (int s = 0; s < segments.size(); s++) {
            boolean last = s == segments.size() - 1;
            row = segments.get(s).isAnyFolders()
                    ? afterAnyFolders(row, last)
                    : afterSegment(row, segments.get(s), path);
        }
        return row[path.length];
    }

    /** A trailing {@code /**} needs at least one name, elsewhere none will do. */
    private static boolean[] afterAnyFolders(boolean[] row, boolean last) {
        boolean[] next = new boolean[row.length];
        boolean reached = false;
        for (int i = 0; i < row.length; i++) {
            next[i] = last ? reached : reached || row[i];
            reached |= row[i];
        }
        return next;
    }

    private static boolean[] afterSegment(boolean[] row, Glob glob, String[] path) {
        boolean[] next = new boolean[row.length];
        for (int i = 0; i < path.length; i++) {
            next[i + 1] = row[i] && glob.matches(path[i]);
        }
        return next;
    }

    private static String withoutTrailingBlanks(String line) {
        int end = line.endsWith("\r") ? line.length() - 1 : line.length();
        while (end > 0 && line.charAt(end - 1) == ' ' && !(end > 1 && line.charAt(end - 2) == '\\')) {
            end--;
        }
        return line.substring(0, end);
    }
}
