package io.loadline.source.properties;

import io.loadline.evidence.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a properties file with its continuation lines joined.
 *
 * @param text leading blanks of continuation lines taken off
 * @param line number of the first line, from 1
 * @param indent number of blanks before the text
 * @param endLine number of the last line, from 1
 * @param endColumn length of the last line
 */
record LogicalLine(String text, int line, int indent, int endLine, int endColumn) {

    static List<LogicalLine> of(String text) {
        List<LogicalLine> lines = new ArrayList<>();
        String[] natural = text.split("\r\n|\r|\n", -1);
        int i = 0;
        while (i < natural.length) {
            String start = withoutIndent(natural[i]);
            int first = i;
            StringBuilder joined = new StringBuilder(start);
            while (!isComment(start) && continues(joined) && i + 1 < natural.length) {
                joined.setLength(joined.length() - 1);
                joined.append(withoutIndent(natural[++i]));
            }
            if (!isComment(start) && continues(joined)) {
                joined.setLength(joined.length() - 1);
            }
            if (!joined.isEmpty()) {
                int indent = natural[first].length() - start.length();
                lines.add(new LogicalLine(joined.toString(), first + 1, indent, i + 1, natural[i].length()));
            }
            i++;
        }
        return lines;
    }

    boolean isComment() {
        return isComment(text);
    }

    /** Spring's separator stands at the very start of its line and holds nothing else. */
    boolean separatesDocuments() {
        return indent == 0
                && (text.stripTrailing().equals("#---") || text.stripTrailing().equals("!---"));
    }

    /** From the key to the end of the value. */
    Span span() {
        int column = indent + 1;
        return new Span(line, column, endLine, endLine > line ? Math.max(1, endColumn) : Math.max(column, endColumn));
    }

    private static boolean isComment(String text) {
        return text.startsWith("#") || text.startsWith("!");
    }

    private static boolean continues(CharSequence text) {
        int slashes = 0;
        while (slashes < text.length() && text.charAt(text.length() - 1 - slashes) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }

    private static String withoutIndent(String line) {
        int i = 0;
        while (i < line.length() && " \t\f".indexOf(line.charAt(i)) >= 0) {
            i++;
        }
        return line.substring(i);
    }
}
