package io.mostik.core.json;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads small XML documents of strangers. Refuses a document type and every entity but the five of XML itself, resolves nothing,
 * and has limits: 4 MB, 50,000 elements and 50 levels by default. Immutable and thread-safe.
 */
public final class XmlReader {

    private static final XMLInputFactory FACTORY = factory();

    private final int largest;
    private final int most;
    private final int deepest;

    private XmlReader(int largest, int most, int deepest) {
        this.largest = largest;
        this.most = most;
        this.deepest = deepest;
    }

    /** Returns a reader with the default limits. */
    public static XmlReader standard() {
        return new XmlReader(4 * 1024 * 1024, 50_000, 50);
    }

    /** Returns this reader with another limit of bytes, or of characters where it is given a text. */
    public XmlReader largest(int size) {
        return new XmlReader(size, most, deepest);
    }

    /** Returns this reader with another limit of levels. */
    public XmlReader deepest(int levels) {
        return new XmlReader(largest, most, levels);
    }

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
     * Returns the root of a document in the encoding that it declares, UTF-8 by default.
     *
     * @throws XmlException if it is no XML, or XML that is not read
     */
    public XmlElement read(byte[] xml) {
        return read(xml.length, () -> FACTORY.createXMLStreamReader(new ByteArrayInputStream(xml)));
    }

    /**
     * Returns the root of a document.
     *
     * @throws XmlException if it is no XML, or XML that is not read
     */
    public XmlElement read(String xml) {
        return read(xml.length(), () -> FACTORY.createXMLStreamReader(new StringReader(xml.strip())));
    }

    private interface Source {

        XMLStreamReader open() throws XMLStreamException;
    }

    private XmlElement read(int size, Source source) {
        if (size > largest) {
            throw new XmlException("XML is larger than " + largest);
        }
        try {
            return new Walk(source.open()).root();
        } catch (XmlException e) {
            throw e;
        } catch (XMLStreamException | RuntimeException e) { // the JDK throws both at odd bytes
            throw new XmlException("no well-formed XML");
        }
    }

    /** One way through a document. */
    private final class Walk {

        private final XMLStreamReader reader;
        private int count;

        Walk(XMLStreamReader reader) {
            this.reader = reader;
        }

        XmlElement root() throws XMLStreamException {
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                refuseType();
            }
            XmlElement root = element(1);
            while (reader.hasNext()) {
                int unused = reader.next();
                refuseType();
            }
            return root;
        }

        private void refuseType() {
            if (reader.getEventType() == XMLStreamConstants.DTD) {
                throw new XmlException("XML with a document type is not read");
            }
        }

        private XmlElement element(int depth) throws XMLStreamException {
            count++;
            if (depth > deepest || count > most) {
                throw new XmlException(
                        "XML has more than " + (depth > deepest ? deepest + " levels" : most + " elements"));
            }
            String name = reader.getLocalName();
            Map<String, String> attributes = new LinkedHashMap<>();
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            }
            List<XmlElement> elements = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
                switch (event) {
                    case XMLStreamConstants.START_ELEMENT -> elements.add(element(depth + 1));
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                    case XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new XmlException("XML with an entity is not read");
                    default -> {}
                }
            }
            return new XmlElement(
                    name,
                    Collections.unmodifiableMap(attributes),
                    List.copyOf(elements),
                    text.toString().strip());
        }
    }
}
