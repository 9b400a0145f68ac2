package io.loadline.source.dockerfile;

import io.loadline.evidence.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Joins the lines of a Dockerfile into logical ones. */
final class LineJoiner {

    private static final Pattern DIRECTIVE = Pattern.compile("#\\s*([A-Za-z]+)\\s*=\\s*(\\S+)\\s*");
    private static final Pattern HERE = Pattern.compile("(?:^|\\s)\\d*<<-?([\"']?)([A-Za-z_]\\w*)\\1");
    private static final Pattern TAKES_HERE = Pattern.compile("(?i)\\s*(?:RUN|COPY|ADD)\\s.*");

    private final String[] lines;
    private final char escape;
    private int next;

    LineJoiner(String text) {
        this.lines = text.split("\r\n|\r|\n", -1);
        this.escape = escape(lines);
    }

    /** Directives are comments at the very top. */
    private static char escape(String[] lines) {
        for (String line : lines) {
            Matcher directive = DIRECTIVE.matcher(line.strip());
            if (!directive.matches()) {
                return '\\';
            }
            if (directive.group(1).equalsIgnoreCase("escape")
                    && directive.group(2).equals("`")) {
                return '`';
            }
        }
        return '\\';
    }

    List<LogicalLine> lines() {
        List<LogicalLine> joined = new ArrayList<>();
        while (next < lines.length) {
            if (isCommentOrBlank(lines[next])) {
                next++;
            } else {
                joined.add(line());
            }
        }
        return joined;
    }

    private LogicalLine line() {
        int first = next;
        int column = lines[first].length() - lines[first].stripLeading().length() + 1;
        StringBuilder text = new StringBuilder();
        int last = first;
        boolean open = true;
        while (open && next < lines.length) {
            String line = lines[next++];
            if (next - 1 > first && isCommentOrBlank(line)) {
                continue;
            }
            last = next - 1;
            open = continues(line);
            text.append(
                    open
                            ? line.stripTrailing()
                                    .substring(0, line.stripTrailing().length() - 1)
                            : line);
        }
        if (TAKES_HERE.matcher(text).matches()) {
            last = Math.max(last, hereDocuments(text));
        }
        int endColumn =
                Math.max(last > first ? 1 : column, lines[last].stripTrailing().length());
        return new LogicalLine(text.toString().strip(), new Span(first + 1, column, last + 1, endColumn));
    }

    /** Appends the documents that the line announces; gives the number of the last line taken, or -1. */
    private int hereDocuments(StringBuilder text) {
        List<String> words = new ArrayList<>();
        Matcher here = HERE.matcher(text);
        while (here.find()) {
            words.add(here.group(2));
        }
        for (String word : words) {
            boolean closed = false;
            while (!closed && next < lines.length) {
                String line = lines[next++];
                closed = line.strip().equals(word);
                text.append(closed ? "" : "\n" + line);
            }
        }
        return words.isEmpty() ? -1 : next - 1;
    }

    private boolean continues(String line) {
        String stripped = line.stripTrailing();
        return !stripped.isEmpty() && stripped.charAt(stripped.length() - 1) == escape;
    }

    private static boolean isCommentOrBlank(String line) {
        String stripped = line.stripLeading();
        return stripped.isEmpty() || stripped.startsWith("#");
    }
}
