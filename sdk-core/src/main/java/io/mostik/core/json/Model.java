package io.mostik.core.json;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What all models share: nothing that a vendor sends is lost, even if this version of the SDK does not know it. Models
 * are immutable and thread-safe.
 *
 * <p>A model may be written and read by the application's own Jackson 2 mapper, which needs the modules for optionals
 * and times ({@code jackson-datatype-jdk8}, {@code jackson-datatype-jsr310}; Spring Boot has both), or without one:
 *
 * <pre>{@code
 * String kept = order.toJson();
 * Order again = JsonCodec.camelCase().read(JsonType.of(Order.class), kept.getBytes(StandardCharsets.UTF_8));
 * }</pre>
 */
public interface Model {

    /**
     * Returns the properties that the SDK does not know, by the vendor's names, and optional objects that it could not read,
     * as they came. Not printed: they may be confidential.
     */
    @Redacted(keys = true)
    @JsonAnyGetter
    @JsonAnySetter
    Map<String, Json> unknown();

    /**
     * Returns this model as JSON, unknown properties included: names in camel case, times in ISO 8601. Unlike
     * {@code toString()} it hides nothing but what never leaves, such as the number of a card.
     */
    default String toJson() {
        return new String(PlainJson.CODEC.write(this), StandardCharsets.UTF_8);
    }
}
