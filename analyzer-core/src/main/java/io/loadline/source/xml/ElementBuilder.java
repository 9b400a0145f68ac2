package io.loadline.source.xml;

import io.loadline.evidence.Span;
import io.loadline.source.Input;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Builds the elements of one file. */
final class ElementBuilder {

    static final int MAX_DEPTH = 200;

    private final XMLStreamReader reader;
    private final Offsets offsets;
    private final Deque<Open> open = new ArrayDeque<>();

    /** An element whose end is still to come. */
    private record Open(
            String name,
            List<Input.Property> attributes,
            StringBuilder text,
            List<Input.Element> children,
            Span start) {}

    ElementBuilder(XMLStreamReader reader, String text) {
        this.reader = reader;
        this.offsets = new Offsets(text);
    }

    Input.Element root() throws XMLStreamException {
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text();
                case XMLStreamConstants.END_ELEMENT -> {
                    Input.Element element = end();
                    if (open.isEmpty()) {
                        readToEnd();
                        return element;
                    }
                    open.element().children().add(element);
                }
                default -> {}
            }
        }
    }

    private void start() throws XMLStreamException {
        if (open.size() >= MAX_DEPTH) {
            throw new XMLStreamException("elements are nested more than " + MAX_DEPTH + " deep", reader.getLocation());
        }
        Location end = reader.getLocation();
        Tag tag = Tag.endingAt(offsets, end.getLineNumber(), end.getColumnNumber());
        Map<String, Span> places = tag.attributes();
        List<Input.Property> attributes = new ArrayList<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String name = reader.getAttributeLocalName(i);
            attributes.add(new Input.Property(
                    localName(name), reader.getAttributeValue(i), places.getOrDefault(localName(name), tag.span())));
        }
        open.push(new Open(
                localName(reader.getLocalName()), attributes, new StringBuilder(), new ArrayList<>(), tag.span()));
    }

    private void text() {
        if (!open.isEmpty()) {
            open.element().text().append(reader.getText());
        }
    }

    private Input.Element end() {
        Open element = open.pop();
        Location end = reader.getLocation();
        Span start = element.start();
        Span span = new Span(
                start.line(),
                start.column(),
                Math.max(start.endLine(), end.getLineNumber()),
                end.getLineNumber() > start.endLine()
                        ? Math.max(1, end.getColumnNumber() - 1)
                        : Math.max(start.endColumn(), end.getColumnNumber() - 1));
        return new Input.Element(
                element.name(), element.attributes(), element.text().toString(), element.children(), span);
    }

    /** What follows the root must be well-formed too. */
    private void readToEnd() throws XMLStreamException {
        while (reader.hasNext()) {
            reader.next();
        }
    }

    private static String localName(String name) {
        return name.substring(name.indexOf(':') + 1);
    }
}
