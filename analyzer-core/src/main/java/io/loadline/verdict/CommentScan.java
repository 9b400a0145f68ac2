package io.loadline.verdict;

import io.loadline.evidence.Location;
import io.loadline.workspace.FileKind;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Suppressions in comments: {@code loadline:ignore rule-id reason}. A comment beside code speaks of its line; one that stands alone speaks
 * of the next line, past further comments and the annotations of a declaration.
 */
final class CommentScan {

    private static final String SLASHES = "//+|/\\*+|\\*";
    private static final String HASH = "#+|!";
    private static final String MARKUP = "<!--+";
    private static final Pattern CLOSING = Pattern.compile("\\s*(?:--+>|\\*+/).*$");

    private final boolean annotated;
    private final Pattern note;
    private final Pattern comment;
    private final List<String> lines;
    private final Notes notes;

    CommentScan(FileKind kind, List<String> lines, Notes notes) {
        String marks = marks(kind);
        this.annotated = kind == FileKind.JAVA || kind == FileKind.GRADLE;
        this.note = Pattern.compile("(" + marks + ")\\s*(loadline:ignore)(?:\\s+(.*))?$");
        this.comment = Pattern.compile("\\s*(?:" + marks + ").*");
        this.lines = lines;
        this.notes = notes;
    }

    void run() {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("loadline:ignore")) {
                take(i);
            }
        }
    }

    private void take(int index) {
        String line = lines.get(index);
        Matcher found = note.matcher(line);
        if (!found.find()) {
            return;
        }
        String text =
                found.group(3) == null ? "" : CLOSING.matcher(found.group(3)).replaceFirst("");
        boolean alone = line.substring(0, found.start()).isBlank();
        int last = alone ? subject(index + 1) : index;
        Location at = new Location(notes.path(), index + 1, found.start(2) + 1, index + 1, line.length());
        notes.add(text, at, new Suppression.Lines(notes.path(), index + 1, last + 1));
    }

    /** The index of the line that a comment above it speaks of. */
    private int subject(int start) {
        int open = 0;
        for (int i = start; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            boolean annotation = annotated && (open > 0 || line.startsWith("@"));
            if (!annotation && !comment.matcher(line).matches()) {
                return i;
            }
            open += annotation ? opened(line) : 0;
        }
        return lines.size() - 1;
    }

    private static int opened(String line) {
        int depth = 0;
        for (int i = 0; i < line.length(); i++) {
            depth += line.charAt(i) == '(' ? 1 : line.charAt(i) == ')' ? -1 : 0;
        }
        return depth;
    }

    private static String marks(FileKind kind) {
        if (kind == FileKind.JAVA) {
            return SLASHES;
        }
        if (kind == FileKind.XML) {
            return MARKUP;
        }
        return kind == FileKind.GRADLE ? SLASHES + "|" + HASH : HASH;
    }
}
