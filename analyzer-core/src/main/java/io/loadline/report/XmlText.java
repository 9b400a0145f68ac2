package io.loadline.report;

import java.io.IOException;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document, written in order: two spaces, {@code \n}, no character that XML forbids. */
final class XmlText {

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter out;
    private int depth;
    private boolean leaf;

    XmlText() throws IOException {
        try {
            out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    }

    /** Opens an element; attributes are names and values in turn. */
    void open(String name, String... attributes) throws IOException {
        try {
            line();
            out.writeStartElement(name);
            for (int i = 0; i < attributes.length; i += 2) {
                out.writeAttribute(attributes[i], Plain.line(attributes[i + 1]));
            }
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        depth++;
        leaf = true;
    }

    void close() throws IOException {
        depth--;
        try {
            if (!leaf) {
                line();
            }
            out.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        leaf = false;
    }

    void empty(String name, String... attributes) throws IOException {
        open(name, attributes);
        close();
    }

    /** The whole document. */
    String document() throws IOException {
        try {
            out.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return text.append('\n').toString();
    }

    private void line() throws XMLStreamException {
        out.writeCharacters("\n" + "  ".repeat(depth));
    }
}
