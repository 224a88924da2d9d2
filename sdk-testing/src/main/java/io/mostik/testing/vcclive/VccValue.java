package io.mostik.testing.vcclive;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.internal.JsonObject;
import java.util.Map;

/** A value of a field of choice. Its word for exports is sent without an underscore and comes back with one. */
record VccValue(String name, String exportValue, String description, int commission, int price) {

    private static final int LONGEST_NAME = 100;

    static VccValue named(String name) {
        return new VccValue(name, "", "", 0, 0);
    }

    /** Reads a value as it is sent; numbers may come as text. */
    static VccValue read(JsonNode sent) {
        String name = sent.path("name").asText("");
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw VccRefusal.of("error.name_must_be_between", "name");
        }
        return new VccValue(
                name,
                sent.path("exportvalue").asText(""),
                sent.path("description").asText(""),
                sent.path("commission").asInt(),
                sent.path("price").asInt());
    }

    Map<String, Object> describe(long valueId, long fieldId) {
        return new JsonObject()
                .with("valueid", valueId)
                .with("fieldid", fieldId)
                .with("name", name)
                .with("label", name)
                .with("export_value", exportValue)
                .with("description", description)
                .with("commission", commission)
                .with("price", price);
    }
}
