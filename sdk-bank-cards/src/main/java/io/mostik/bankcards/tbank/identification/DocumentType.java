package io.mostik.bankcards.tbank.identification;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * What an image shows. An open set: a word newer than this SDK arrives as itself.
 *
 * @param value the vendor's word
 */
public record DocumentType(@JsonValue String value) {

    /** A page of the passport; send one image for each page that is needed. */
    public static final DocumentType PASSPORT = new DocumentType("PASSPORT");

    /** The employee holding the passport. */
    public static final DocumentType SELFIE_WITH_PASSPORT = new DocumentType("SELFIE_WITH_PASSPORT");

    /** Refuses a missing word. */
    public DocumentType {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the value of this word. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DocumentType of(String value) {
        return new DocumentType(value);
    }
}
