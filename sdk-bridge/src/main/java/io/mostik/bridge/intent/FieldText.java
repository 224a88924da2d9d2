package io.mostik.bridge.intent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mostik.bridge.Fields;
import io.mostik.bridge.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.TreeMap;

/** Fields as they stand in a table, and the digest that tells one content from another. */
final class FieldText {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 64 * 1024;

    private FieldText() {}

    /** Returns the text of what a vendor gave, however much that is. */
    static String results(Fields results) {
        return json(results.asMap());
    }

    /**
     * Returns the text of what is asked.
     *
     * @throws IllegalArgumentException if it has more than 64 KiB
     */
    static String of(Fields fields) {
        String text = json(fields.asMap());
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new IllegalArgumentException("fields must have at most " + LONGEST + " bytes");
        }
        return text;
    }

    static Fields read(String text) {
        try {
            return Fields.of(JSON.readValue(text, new TypeReference<LinkedHashMap<String, String>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("fields in the journal cannot be read", e);
        }
    }

    /** Returns the digest of a request: its connection and its fields, in whatever order they came. */
    static String digest(IntentRequest request) {
        String content =
                json(request.connection()) + json(new TreeMap<>(request.fields().asMap()));
        return Sha256.hex(content);
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
