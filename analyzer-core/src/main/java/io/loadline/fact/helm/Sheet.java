package io.loadline.fact.helm;

import io.loadline.evidence.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rendered text that remembers where each of its lines, and each value put into a line, was written. */
final class Sheet {

    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Place> lines = new ArrayList<>();
    private final Map<Integer, List<Inserted>> inserted = new HashMap<>();
    private int lineStart;
    private boolean lineIsBlank = true;

    /** A value on one line: columns from 1, inclusive. */
    record Inserted(int column, int endColumn, Place from) {}

    Sheet() {
        lines.add(null);
    }

    /** Appends text whose first line was written on a line of a file, the following ones below it. */
    void append(String path, String more, int line) {
        int at = line;
        for (int i = 0; i < more.length(); i++) {
            char c = more.charAt(i);
            if (startsLine(c)) {
                begin(new Place(path, Span.onLine(at, 1, 1)));
            }
            character(c);
            at += c == '\n' ? 1 : 0;
        }
    }

    /** Appends a value whose lines were written at the given places; lines without one belong to the directive. */
    void insert(String value, List<@Nullable Place> places, Place directive, @Nullable Place whole) {
        int column = text.length() - lineStart + 1;
        int line = lines.size();
        int at = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (startsLine(c)) {
                Place known = at < places.size() ? places.get(at) : null;
                begin(known == null ? directive : known);
            }
            character(c);
            at += c == '\n' ? 1 : 0;
        }
        if (whole != null && !value.isEmpty() && value.indexOf('\n') < 0) {
            int endColumn = text.length() - lineStart;
            inserted.computeIfAbsent(line, l -> new ArrayList<>()).add(new Inserted(column, endColumn, whole));
        }
    }

    private boolean startsLine(char c) {
        return lineIsBlank && !Character.isWhitespace(c);
    }

    private void begin(Place from) {
        lines.set(lines.size() - 1, from);
        lineIsBlank = false;
    }

    private void character(char c) {
        text.append(c);
        if (c == '\n') {
            lines.add(null);
            lineStart = text.length();
            lineIsBlank = true;
        }
    }

    int length() {
        return text.length();
    }

    String text() {
        return text.toString();
    }

    /** Where a line, counted from 1, was written. */
    @Nullable
    Place line(int line) {
        return line <= lines.size() ? lines.get(line - 1) : null;
    }

    /** Values put into a line, counted from 1. */
    List<Inserted> inserted(int line) {
        return inserted.getOrDefault(line, List.of());
    }
}
