package io.loadline.report;

import io.loadline.evidence.Location;

/**
 * A source line with carets under what is meant, cut around them to a width.
 *
 * @param source the line as it is shown
 * @param marks spaces and carets of the same geometry
 */
record Caret(String source, String marks) {

    private static final int LEAD = 24;

    /** The line of a place; its first line where it spans several. */
    static Caret under(String line, Location at, int width) {
        int from = Math.min(at.column() - 1, line.length());
        int to = at.endLine() == at.line()
                ? Math.min(at.endColumn(), line.length())
                : line.stripTrailing().length();
        int indent = Math.min(line.length() - line.stripLeading().length(), from);
        String before = Plain.source(line.substring(indent, from));
        String meant = Plain.source(line.substring(from, Math.max(from, to)));
        String after = Plain.source(line.substring(Math.max(from, to)));
        if (Cells.width(before) + Cells.width(meant) > width && Cells.width(before) > LEAD) {
            before = Cells.cutFront(before, LEAD);
        }
        int room = Math.max(1, width - Cells.width(before));
        String marks = " ".repeat(Cells.width(before)) + "^".repeat(Math.max(1, Math.min(room, Cells.width(meant))));
        return new Caret(Cells.cut((before + meant + after).stripTrailing(), width), marks);
    }
}
