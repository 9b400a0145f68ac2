package io.loadline.source.properties;

import io.loadline.evidence.Span;
import io.loadline.source.Input;
import io.loadline.source.TextReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads environment files: {@code KEY=value} with optional {@code export} and quotes. References to other variables stay as written. */
public final class EnvReader extends TextReader {

    private static final Pattern START = Pattern.compile("(\\s*(?:export\\s+)?)([A-Za-z_][\\w.-]*)\\s*=[ \\t]*");

    private static final int MAX_VALUE_LINES = 500;

    @Override
    protected Result readText(String path, String text) {
        List<Input.Property> properties = new ArrayList<>();
        String[] lines = text.split("\r\n|\r|\n", -1);
        int i = 0;
        while (i < lines.length) {
            Matcher start = START.matcher(lines[i]);
            int last = i;
            if (start.lookingAt()) {
                last = lastLine(lines, i, start.end());
                String written = String.join("\n", Arrays.asList(lines).subList(i, last + 1));
                Span span =
                        span(i, start.end(1), last, lines[last].stripTrailing().length());
                properties.add(new Input.Property(start.group(2), value(written.substring(start.end())), span));
            }
            i = last + 1;
        }
        return Result.of(new Input.Properties(path, properties.isEmpty() ? List.of() : List.of(properties)));
    }

    private static Span span(int line, int column, int last, int length) {
        return new Span(line + 1, column + 1, last + 1, Math.max(last > line ? 1 : column + 1, length));
    }

    /** A value in quotes runs to the closing quote, over several lines if need be; an open quote ends with its line. */
    private static int lastLine(String[] lines, int first, int from) {
        String line = lines[first];
        char quote = from < line.length() ? line.charAt(from) : ' ';
        if (quote != '"' && quote != '\'') {
            return first;
        }
        int at = from + 1;
        for (int i = first; i < Math.min(lines.length, first + MAX_VALUE_LINES); i++) {
            if (closing(lines[i], at, quote) >= 0) {
                return i;
            }
            at = 0;
        }
        return first;
    }

    private static int closing(String text, int from, char quote) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '\\' && quote == '"') {
                i++;
            } else if (text.charAt(i) == quote) {
                return i;
            }
        }
        return -1;
    }

    private static String value(String written) {
        char first = written.isEmpty() ? ' ' : written.charAt(0);
        int close = first == '"' || first == '\'' ? closing(written, 1, first) : -1;
        if (close > 0) {
            String inner = written.substring(1, close);
            return first == '"' ? unescaped(inner) : inner;
        }
        int comment = written.startsWith("#") ? 0 : written.indexOf(" #");
        return (comment < 0 ? written : written.substring(0, comment)).strip();
    }

    private static String unescaped(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                out.append(next == 'n' ? '\n' : next == 't' ? '\t' : next);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
