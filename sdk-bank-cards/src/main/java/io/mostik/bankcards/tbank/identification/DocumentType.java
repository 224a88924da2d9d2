package io.mostik.bankcards.tbank.identification;

import io.mostik.core.json.OpenValue;

/**
 * What an image shows. An open set: a newer word is kept as it came.
 *
 * @param value the vendor's word
 */
public record DocumentType(String value) implements OpenValue {

    /** A page of the passport; send one image for each page that is needed. */
    public static final DocumentType PASSPORT = new DocumentType("PASSPORT");

    /** The employee holding the passport. */
    public static final DocumentType SELFIE_WITH_PASSPORT = new DocumentType("SELFIE_WITH_PASSPORT");

    /** Checks that there is a value. */
    public DocumentType {
        OpenValue.check(value);
    }
}
