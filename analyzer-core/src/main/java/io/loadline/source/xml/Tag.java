package io.loadline.source.xml;

import io.loadline.evidence.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The source of a start tag, which the parser has found to be well-formed.
 *
 * @param start offset of its bracket
 * @param end offset after its closing bracket
 */
record Tag(Offsets offsets, int start, int end) {

    private static final Pattern ATTRIBUTE = Pattern.compile("([^\\s=\"'<>/]+)\\s*=\\s*(\"[^\"]*\"|'[^']*')");

    /** The tag that ends before a place. A bracket cannot stand inside attribute values, so the last one opens the tag. */
    static Tag endingAt(Offsets offsets, int line, int column) {
        int end = offsets.of(line, column);
        int start = offsets.text().lastIndexOf('<', Math.max(0, end - 1));
        return new Tag(offsets, Math.max(0, start), end);
    }

    Span span() {
        return span(start, end);
    }

    /** Where each attribute stands, by local name. */
    Map<String, Span> attributes() {
        Map<String, Span> places = new LinkedHashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(offsets.text()).region(start, end);
        while (attribute.find()) {
            String name = attribute.group(1);
            places.put(name.substring(name.indexOf(':') + 1), span(attribute.start(), attribute.end()));
        }
        return places;
    }

    private Span span(int from, int to) {
        int last = Math.max(from, to - 1);
        return new Span(offsets.line(from), offsets.column(from), offsets.line(last), offsets.column(last));
    }
}
