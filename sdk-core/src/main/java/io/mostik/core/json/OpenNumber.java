package io.mostik.core.json;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/**
 * A number that stands for something, such as an id or a status: a record around it. In JSON it is the number alone,
 * with any Jackson 2 mapper. See {@link OpenValue} for texts.
 */
@JsonDeserialize(using = OpenValueReader.class)
public interface OpenNumber {

    /** Returns the vendor's number. */
    @JsonValue
    long value();
}
