package io.mostik.core.json;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Objects;

/**
 * A word out of a set that the vendor may extend, such as a status: a record around the vendor's text. A word newer
 * than this SDK is kept as it came. In JSON it is the text alone, with any Jackson 2 mapper. See {@link OpenNumber} for
 * numbers.
 *
 * <pre>{@code
 * public record OrderStatus(String value) implements OpenValue {
 *     public static final OrderStatus NEW = new OrderStatus("new");
 *
 *     public OrderStatus {
 *         OpenValue.check(value);
 *     }
 * }
 * }</pre>
 */
@JsonDeserialize(using = OpenValueReader.class)
public interface OpenValue {

    /** Returns the vendor's text. */
    @JsonValue
    String value();

    /** Checks that there is a text. */
    static void check(String value) {
        Objects.requireNonNull(value, "value");
    }
}
