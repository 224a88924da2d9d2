package io.mostik.remonline.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.mostik.core.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads phone numbers: one text, a list of texts, or a list of objects that hold {@code phone} or {@code number}, as clients in
 * public have seen them.
 */
public final class PhoneTextsReader extends StdDeserializer<List<String>> {

    private static final long serialVersionUID = 1L;

    /** Creates the reader; Jackson does. */
    public PhoneTextsReader() {
        super(List.class);
    }

    @Override
    public List<String> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        Json json = context.readValue(parser, Json.class);
        List<String> phones = new ArrayList<>();
        for (Json each : json.isArray() ? json.elements() : List.of(json)) {
            String phone = each.text()
                    .or(() -> each.first("phone", "number").text())
                    .orElseThrow(() -> context.weirdStringException("", List.class, "a phone without a number"));
            if (!phone.isBlank()) {
                phones.add(phone);
            }
        }
        return phones;
    }
}
