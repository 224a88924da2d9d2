package io.mostik.remonline.common;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.mostik.core.json.Json;
import io.mostik.remonline.internal.JsonPiece;
import java.io.IOException;
import java.util.Optional;

/** Reads phones in all their shapes. */
final class PhoneReader extends StdDeserializer<Phone> {

    private static final long serialVersionUID = 1L;

    PhoneReader() {
        super(Phone.class);
    }

    /** Without this Jackson looks at the whole class again for each property of the type. */
    @Override
    public boolean isCachable() {
        return true;
    }

    @Override
    public Phone deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        Json json = JsonPiece.read(parser, context);
        return Phone.builder()
                .phone(json.text()
                        .orElseGet(() -> json.first("phone", "number").text().orElse("")))
                .title(json.get("title").text())
                .notified(flag(json.get("notify")))
                .hasViber(flag(json.get("has_viber")))
                .hasWhatsapp(flag(json.get("has_whatsapp")))
                .build();
    }

    private static Optional<Boolean> flag(Json json) {
        return json.isPresent() ? Optional.of(json.isTrue()) : Optional.empty();
    }
}
