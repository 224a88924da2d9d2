package io.mostik.salesautopilot.source.szamlazz;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a small XML document into maps, lists and texts by the local names of its elements. No document type, no entities of others, at
 * most 4 MB, 50,000 elements and 16 levels; an element that occurs twice where one is expected is refused.
 */
final class XmlReader {

    private static final int LARGEST = 4 * 1024 * 1024;
    private static final int MOST_ELEMENTS = 50_000;
    private static final int DEEPEST = 16;
    private static final Set<String> LISTS = Set.of("tetel", "kifizetes", "afakulcsossz");

    private final XMLStreamReader reader;
    private int elements;

    private XmlReader(XMLStreamReader reader) {
        this.reader = reader;
    }

    /** Returns the root by its name. */
    static Map<String, Object> read(byte[] xml) throws XMLStreamException {
        if (xml.length > LARGEST) {
            throw new XMLStreamException("too large");
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader stream = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
        try {
            while (stream.next() != XMLStreamConstants.START_ELEMENT) {
                if (stream.getEventType() == XMLStreamConstants.DTD) {
                    throw new XMLStreamException("a document type");
                }
            }
            String root = stream.getLocalName();
            Map<String, Object> document = Map.of(root, new XmlReader(stream).element(1));
            while (stream.hasNext()) {
                int unused = stream.next();
            }
            return document;
        } finally {
            stream.close();
        }
    }

    /** Returns what the element that has just begun holds: its elements, or else its text. */
    private Object element(int depth) throws XMLStreamException {
        if (depth > DEEPEST || ++elements > MOST_ELEMENTS) {
            throw new XMLStreamException("too many elements");
        }
        Map<String, Object> children = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> add(children, reader.getLocalName(), element(depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new XMLStreamException("an entity");
                default -> {}
            }
        }
        return children.isEmpty() ? text.toString().strip() : children;
    }

    private static void add(Map<String, Object> children, String name, Object value) throws XMLStreamException {
        if (LISTS.contains(name)) {
            List<Object> all = new ArrayList<>();
            if (children.get(name) instanceof List<?> before) {
                all.addAll(before);
            }
            all.add(value);
            children.put(name, all);
        } else if (children.put(name, value) != null) {
            throw new XMLStreamException("twice");
        }
    }
}
