package io.mostik.bridge.onec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What {@code $metadata} says of one entity. A large configuration describes itself in tens of megabytes, so it is read as a
 * stream and only what is asked for is kept. External entities are not resolved, a document type is refused.
 */
final class Metadata {

    private static final XMLInputFactory FACTORY = factory();
    private static final int MOST_ENTITIES = 50_000;

    private final OnecQuery query;
    private final Set<String> entities = new LinkedHashSet<>();
    private final Set<String> ofDocument = new HashSet<>();
    private final Set<String> ofLine = new HashSet<>();
    private boolean isPublished;

    private Metadata(OnecQuery query) {
        this.query = query;
    }

    static Metadata read(Path file, OnecQuery query) throws IOException {
        Metadata metadata = new Metadata(query);
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(in);
            metadata.walk(reader);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("$metadata of the base is no well-formed XML", e);
        }
        return metadata;
    }

    OnecPublished published() {
        return new OnecPublished(entities, ofDocument, ofLine);
    }

    /** Returns what is missing, in words. */
    List<String> problems() {
        if (!isPublished) {
            return List.of(query.entity() + " is not published");
        }
        List<String> problems = new ArrayList<>();
        need(query.day(), ofDocument, problems);
        query.organisation().ifPresent(one -> need(one.field(), ofDocument, problems));
        query.part().ifPresent(part -> need(part, ofDocument, problems));
        Set<String> known = new HashSet<>(ofDocument);
        known.addAll(ofLine);
        query.fields().forEach(field -> need(field, known, problems));
        return List.copyOf(problems);
    }

    private void need(String name, Set<String> known, List<String> problems) {
        if (!known.contains(name)) {
            problems.add(query.entity() + " has no field " + name);
        }
    }

    private void walk(XMLStreamReader reader) throws XMLStreamException {
        Set<String> into = new HashSet<>();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw new XMLStreamException("a document type is not read");
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (reader.getLocalName()) {
                case "EntityType" -> {
                    if (entities.size() < MOST_ENTITIES) {
                        entities.add(name(reader));
                    }
                    into = setOf(name(reader));
                }
                case "ComplexType" -> into = setOf(name(reader));
                case "Property", "NavigationProperty" -> into.add(name(reader));
                default -> {}
            }
        }
    }

    /** Returns where the fields of a type belong; of those that nobody asked for to a set that is thrown away. */
    private Set<String> setOf(String type) {
        if (type.equals(query.entity())) {
            isPublished = true;
            return ofDocument;
        }
        boolean isLine = query.part()
                .map(part -> query.entity() + "_" + part)
                .filter(line -> type.equals(line) || type.equals(line + "_RowType"))
                .isPresent();
        return isLine ? ofLine : new HashSet<>();
    }

    private static String name(XMLStreamReader reader) {
        String name = reader.getAttributeValue(null, "Name");
        return name == null ? "" : name;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are not read");
        });
        return factory;
    }
}
