package io.mostik.pbx.internal;

import io.mostik.core.json.Json;
import io.mostik.core.json.XmlElement;
import io.mostik.core.json.XmlException;
import io.mostik.core.json.XmlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** XML as a tree of JSON, up to 1,000,000 characters. */
public final class XmlTree {

    private static final XmlReader READER = XmlReader.standard().largest(1_000_000);

    private XmlTree() {}

    /**
     * Returns the root element as an object: its attributes and elements by local name, repeated ones as an array; an element
     * of text alone is that text. A root of text alone is an object with the root's name.
     *
     * @return empty if the text is not XML, or XML that is not read
     */
    public static Optional<Json> read(String text) {
        if (!text.stripLeading().startsWith("<")) {
            return Optional.empty();
        }
        try {
            XmlElement root = READER.read(text);
            Object content = content(root);
            return Optional.of(Json.of(content instanceof Map ? content : Map.of(root.name(), content)));
        } catch (XmlException e) {
            return Optional.empty();
        }
    }

    private static Object content(XmlElement element) {
        Map<String, Object> inner = new LinkedHashMap<>(element.attributes());
        element.elements().forEach(each -> add(inner, each.name(), content(each)));
        if (inner.isEmpty()) {
            return element.text();
        }
        if (!element.text().isEmpty()) {
            inner.putIfAbsent("text", element.text());
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
