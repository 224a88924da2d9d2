package io.mostik.testing;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Visits and changes the parts of a JSON document. */
final class JsonWalk {

    private JsonWalk() {}

    /** Visits every value with its pointer, the document itself first. */
    static void values(JsonNode root, BiConsumer<JsonPointer, JsonNode> visitor) {
        visit(JsonPointer.empty(), root, visitor);
    }

    /** Visits every object, inner ones first. */
    static void objects(JsonNode node, Consumer<ObjectNode> visitor) {
        node.forEach(child -> objects(child, visitor));
        if (node instanceof ObjectNode object) {
            visitor.accept(object);
        }
    }

    /** Puts a value where the pointer points, and returns the document. */
    static JsonNode put(JsonNode root, JsonPointer pointer, JsonNode value) {
        if (pointer.matches()) {
            return value;
        }
        JsonNode parent = root.at(pointer.head());
        if (parent instanceof ArrayNode array) {
            array.set(pointer.last().getMatchingIndex(), value);
        } else if (parent instanceof ObjectNode object) {
            object.set(pointer.last().getMatchingProperty(), value);
        }
        return root;
    }

    /** Takes out the property the pointer points to, and returns the document. */
    static JsonNode remove(JsonNode root, JsonPointer pointer) {
        if (root.at(pointer.head()) instanceof ObjectNode object) {
            object.remove(pointer.last().getMatchingProperty());
        }
        return root;
    }

    private static void visit(JsonPointer pointer, JsonNode node, BiConsumer<JsonPointer, JsonNode> visitor) {
        visitor.accept(pointer, node);
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                visit(pointer.appendIndex(i), node.path(i), visitor);
            }
        } else {
            node.properties()
                    .forEach(field -> visit(pointer.appendProperty(field.getKey()), field.getValue(), visitor));
        }
    }
}
