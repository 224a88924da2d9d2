package io.mostik.remonline.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.mostik.core.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads prices by the id of their price list, from an object or from an array of {@code {id, price}}. */
public final class PricesReader extends StdDeserializer<Map<String, BigDecimal>> {

    private static final long serialVersionUID = 1L;

    /** Creates the reader; Jackson does. */
    public PricesReader() {
        super(Map.class);
    }

    @Override
    public Map<String, BigDecimal> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        Json json = JsonPiece.read(parser, context);
        Map<String, BigDecimal> prices = new LinkedHashMap<>();
        for (String list : json.names()) {
            json.get(list).number().ifPresent(price -> prices.put(list, price));
        }
        for (Json element : json.elements()) {
            element.get("id")
                    .text()
                    .ifPresent(list -> element.get("price").number().ifPresent(price -> prices.put(list, price)));
        }
        return prices;
    }
}
