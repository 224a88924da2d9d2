package io.mostik.core.json;

import java.util.List;
import java.util.Map;

/**
 * An element of a small XML document. Prints its name only.
 *
 * @param name without a namespace's prefix
 * @param attributes by their names without prefixes, in their order
 * @param elements those within it, in their order
 * @param text all text directly within it, without the blanks around it
 */
public record XmlElement(String name, Map<String, String> attributes, List<XmlElement> elements, String text) {

    @Override
    public String toString() {
        return "XmlElement[" + name + "]";
    }
}
