package io.loadline.system.build;

import io.loadline.evidence.Span;
import io.loadline.source.Input;
import io.loadline.source.Input.Element;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML inputs made by hand. */
final class Xml {

    private Xml() {}

    static Input.Xml file(String path, String text) {
        return new Input.Xml(path, element(text));
    }

    static Element element(String text) {
        try {
            XMLStreamReader reader = XMLInputFactory.newDefaultFactory().createXMLStreamReader(new StringReader(text));
            reader.nextTag();
            return element(reader);
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Element element(XMLStreamReader reader) throws XMLStreamException {
        int line = reader.getLocation().getLineNumber();
        String name = reader.getLocalName();
        StringBuilder text = new StringBuilder();
        List<Element> children = new ArrayList<>();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.isStartElement()) {
                children.add(element(reader));
            } else if (reader.hasText() && reader.getEventType() != XMLStreamConstants.COMMENT) {
                text.append(reader.getText());
            }
        }
        return new Element(name, List.of(), text.toString(), children, Span.onLine(line, 1, 1));
    }
}
