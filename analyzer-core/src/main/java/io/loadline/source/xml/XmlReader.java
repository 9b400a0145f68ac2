package io.loadline.source.xml;

import io.loadline.evidence.Span;
import io.loadline.source.Input;
import io.loadline.source.TextReader;
import java.io.StringReader;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML with document types and external entities switched off. A malformed file is a problem and nothing of it is kept. */
public final class XmlReader extends TextReader {

    private final XMLInputFactory factory = factory();

    /** Without namespaces, so that a prefix nobody declared does not spoil a file. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are not read");
        });
        return factory;
    }

    @Override
    protected Result readText(String path, String text) {
        // The parser miscounts columns after \r\n.
        String unix = text.replace("\r\n", "\n");
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(unix));
            return Result.of(new Input.Xml(path, new ElementBuilder(reader, unix).root()));
        } catch (XMLStreamException e) {
            return Result.problem(problem(path, at(e.getLocation()), "the file is not well-formed XML: " + reason(e)));
        }
    }

    private static Span at(Location location) {
        if (location == null || location.getLineNumber() < 1) {
            return Span.START;
        }
        int column = Math.max(1, location.getColumnNumber());
        return Span.onLine(location.getLineNumber(), column, column);
    }

    private static String reason(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int start = message.indexOf("Message: ");
        String text = start < 0 ? message : message.substring(start + "Message: ".length());
        return text.strip().replaceAll("\\s+", " ").replaceAll("\\.$", "");
    }
}
