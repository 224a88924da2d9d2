package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a successful write is answered with; the vendor's own sources disagree. */
public enum WriteAnswer {
    /** The whole object. */
    OBJECT,
    /** An object that holds the id alone. */
    ID,
    /** The whole object under {@code data}. */
    DATA,
    /** The whole object as the one element of an array under {@code data}. */
    DATA_ARRAY;

    JsonNode wrap(ObjectNode written) {
        ObjectNode outer = Shape.object();
        return switch (this) {
            case OBJECT -> written;
            case ID -> outer.set("id", written.path("id"));
            case DATA -> outer.set("data", written);
            case DATA_ARRAY ->
                outer.set("data", JsonNodeFactory.instance.arrayNode().add(written));
        };
    }
}
