package io.mostik.remonline.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
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
        List<String> phones = new ArrayList<>(2);
        if (!parser.hasToken(JsonToken.START_ARRAY)) {
            add(phones, phone(parser, context));
            return phones;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            add(phones, phone(parser, context));
        }
        return phones;
    }

    private static void add(List<String> phones, String phone) {
        if (!phone.isBlank()) {
            phones.add(phone);
        }
    }

    private static String phone(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            return parser.getText();
        }
        Json json = JsonPiece.read(parser, context);
        return json.text()
                .or(() -> json.first("phone", "number").text())
                .orElseThrow(() -> context.weirdStringException("", List.class, "a phone without a number"));
    }
}
