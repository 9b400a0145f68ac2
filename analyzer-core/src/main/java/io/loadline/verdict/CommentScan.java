package io.loadline.verdict;

import io.loadline.evidence.Location;
import io.loadline.workspace.FileKind;
import java.util.List;
import java.util.stream.Stream;

/**
 * Suppressions in comments: {@code loadline:ignore rule-id reason}. A comment beside code speaks of its line; one that stands alone speaks
 * of the next line, past further comments and the annotations of a declaration.
 */
final class CommentScan {

    private static final String MARK = "loadline:ignore";
    private static final List<String> SLASHES = List.of("//", "/*", "*");
    private static final List<String> HASHES = List.of("#", "!");
    private static final List<String> MARKUP = List.of("<!--", "<!---");
    private static final List<String> CLOSING = List.of("-->", "*/");

    /** Lines between a comment and what it speaks of, at most. */
    private static final int NEAR = 100;

    private final boolean annotated;
    private final List<String> openings;
    private final List<String> lines;
    private final Notes notes;

    CommentScan(FileKind kind, List<String> lines, Notes notes) {
        this.annotated = kind == FileKind.JAVA || kind == FileKind.GRADLE;
        this.openings = openings(kind);
        this.lines = lines;
        this.notes = notes;
    }

    void run() {
        for (int i = 0; i < lines.size(); i++) {
            int mark = lines.get(i).indexOf(MARK);
            if (mark >= 0) {
                take(i, mark);
            }
        }
    }

    private void take(int index, int mark) {
        String line = lines.get(index);
        String before = line.substring(0, mark).stripTrailing();
        String after = line.substring(mark + MARK.length());
        boolean continues = !after.isEmpty() && !Character.isWhitespace(after.charAt(0));
        if (continues || openings.stream().noneMatch(before::endsWith)) {
            return;
        }
        int last = isComment(before) ? subject(index + 1) : index;
        Location at = new Location(notes.path(), index + 1, mark + 1, index + 1, line.length());
        notes.add(withoutClosing(after), at, new Suppression.Lines(notes.path(), index + 1, last + 1));
    }

    private boolean isComment(String line) {
        String text = line.strip();
        return openings.stream().anyMatch(text::startsWith);
    }

    private static String withoutClosing(String text) {
        int end = text.length();
        for (String closing : CLOSING) {
            int at = text.indexOf(closing);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        return text.substring(0, end);
    }

    /** The index of the line that a comment above it speaks of. */
    private int subject(int start) {
        int open = 0;
        int end = Math.min(lines.size(), start + NEAR);
        for (int i = start; i < end; i++) {
            String line = lines.get(i).strip();
            boolean annotation = annotated && (open > 0 || line.startsWith("@"));
            if (!annotation && !isComment(line)) {
                return i;
            }
            open += annotation ? opened(line) : 0;
        }
        return end - 1;
    }

    private static int opened(String line) {
        int depth = 0;
        for (int i = 0; i < line.length(); i++) {
            depth += line.charAt(i) == '(' ? 1 : line.charAt(i) == ')' ? -1 : 0;
        }
        return depth;
    }

    private static List<String> openings(FileKind kind) {
        if (kind == FileKind.JAVA) {
            return SLASHES;
        }
        if (kind == FileKind.XML) {
            return MARKUP;
        }
        return kind == FileKind.GRADLE
                ? Stream.concat(SLASHES.stream(), HASHES.stream()).toList()
                : HASHES;
    }
}
