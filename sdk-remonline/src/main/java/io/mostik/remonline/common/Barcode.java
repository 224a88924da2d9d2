package io.mostik.remonline.common;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Objects;
import java.util.Optional;

/**
 * A barcode of a product or service. Read from an object or from a bare text.
 *
 * @param code the digits
 * @param type its symbology, such as {@code code128}, if it was told
 */
@JsonDeserialize(using = BarcodeReader.class)
public record Barcode(String code, Optional<String> type) {

    /** Rejects null components. */
    public Barcode {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(type, "type");
    }
}
