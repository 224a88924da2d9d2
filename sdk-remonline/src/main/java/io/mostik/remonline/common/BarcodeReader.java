package io.mostik.remonline.common;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.mostik.core.json.Json;
import io.mostik.remonline.internal.JsonPiece;
import java.io.IOException;

/** Reads barcodes in both their shapes. */
final class BarcodeReader extends StdDeserializer<Barcode> {

    private static final long serialVersionUID = 1L;

    BarcodeReader() {
        super(Barcode.class);
    }

    /** Without this Jackson looks at the whole class again for each property of the type. */
    @Override
    public boolean isCachable() {
        return true;
    }

    @Override
    public Barcode deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        Json json = JsonPiece.read(parser, context);
        return new Barcode(
                json.text().orElseGet(() -> json.get("code").text().orElse("")),
                json.get("type").text());
    }
}
