package io.loadline.source.script;

import io.loadline.source.Input;
import io.loadline.source.TextReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads shell scripts as logical lines: continuation lines and quoted line breaks joined, comments and here-documents left out. A
 * line that assigns one variable has its name as key and the value without its outer quotes; other lines have an empty key.
 */
public final class ScriptReader extends TextReader {

    private static final Pattern ASSIGNMENT =
            Pattern.compile("(?:(?:export|readonly|local|declare(?:\\s+-\\w+)?)\\s+)?([A-Za-z_]\\w*)=");
    private static final Pattern HERE = Pattern.compile("<<-?\\s*([\"']?)([A-Za-z_]\\w*)\\1");

    @Override
    protected Result readText(String path, String text) {
        String[] lines = text.split("\r\n|\r|\n", -1);
        List<Input.Property> found = new ArrayList<>();
        int next = 0;
        while (next < lines.length) {
            LogicalLine line = LogicalLine.at(lines, next);
            if (!line.text().isEmpty()) {
                found.add(property(line));
            }
            next = afterHereDocuments(lines, line.text(), line.lastIndex() + 1);
        }
        return Result.of(new Input.Script(path, found));
    }

    private static Input.Property property(LogicalLine line) {
        Matcher assignment = ASSIGNMENT.matcher(line.text());
        if (assignment.lookingAt()) {
            Word value = Word.at(line.text(), assignment.end());
            String rest = line.text().substring(value.end()).strip();
            if (rest.isEmpty() || rest.equals(";")) {
                return new Input.Property(assignment.group(1), value.text(), line.span());
            }
        }
        return new Input.Property("", line.text(), line.span());
    }

    private static int afterHereDocuments(String[] lines, String text, int from) {
        int next = from;
        Matcher here = HERE.matcher(text);
        while (here.find()) {
            boolean closed = false;
            while (!closed && next < lines.length) {
                closed = lines[next++].strip().equals(here.group(2));
            }
        }
        return next;
    }
}
