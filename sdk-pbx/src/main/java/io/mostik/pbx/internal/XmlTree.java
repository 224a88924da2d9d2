package io.mostik.pbx.internal;

import io.mostik.core.json.Json;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The one reader of XML. Knows no document type and no entity beyond those of XML itself, resolves nothing, and refuses what
 * is larger than 1,000,000 characters or deeper than 50 elements.
 */
public final class XmlTree {

    private static final XMLInputFactory FACTORY = factory();
    private static final int LARGEST = 1_000_000;
    private static final int DEEPEST = 50;

    private XmlTree() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are not read");
        });
        return factory;
    }

    /**
     * Returns the root element as an object: its attributes and elements by local name, repeated ones as an array; an element
     * of text alone is that text. A root of text alone is an object with the root's name.
     *
     * @return empty if the text is not XML, or XML that is not read
     */
    public static Optional<Json> read(String text) {
        if (text.length() > LARGEST || !text.stripLeading().startsWith("<")) {
            return Optional.empty();
        }
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(text.strip()));
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    return Optional.empty();
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    String root = reader.getLocalName();
                    Object content = content(reader, 0);
                    skipToEnd(reader);
                    return Optional.of(Json.of(content instanceof Map ? content : Map.of(root, content)));
                }
            }
            return Optional.empty();
        } catch (XMLStreamException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void skipToEnd(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            reader.next();
        }
    }

    private static Object content(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new XMLStreamException("too deep");
        }
        Map<String, Object> inner = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            inner.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        StringBuilder text = new StringBuilder();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String name = reader.getLocalName();
                    add(inner, name, content(reader, depth + 1));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new XMLStreamException("an entity is not known");
                default -> {}
            }
        }
        String plain = text.toString().strip();
        if (inner.isEmpty()) {
            return plain;
        }
        if (!plain.isEmpty()) {
            inner.putIfAbsent("text", plain);
        }
        return inner;
    }

    private static void add(Map<String, Object> inner, String name, Object value) {
        Object before = inner.get(name);
        if (before instanceof List<?> several) {
            List<Object> more = new ArrayList<>(several);
            more.add(value);
            inner.put(name, more);
        } else {
            inner.put(name, before == null ? value : List.of(before, value));
        }
    }
}
