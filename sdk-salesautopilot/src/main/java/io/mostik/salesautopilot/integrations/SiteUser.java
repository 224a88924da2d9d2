package io.mostik.salesautopilot.integrations;

import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.records.SystemField;
import java.util.Objects;
import java.util.Optional;

/**
 * A user of a website.
 *
 * @param id the website's own id
 * @param fields what SalesAutopilot is told of him, {@code email} among it
 * @param record his record in SalesAutopilot, once he has one
 */
public record SiteUser(String id, RecordFields fields, Optional<RecordId> record) {

    /** Refuses missing parts, and fields without an e-mail address. */
    public SiteUser {
        Objects.requireNonNull(id, "id");
        if (fields.text(SystemField.EMAIL).filter(email -> !email.isBlank()).isEmpty()) {
            throw new IllegalArgumentException("fields must hold the email");
        }
        Objects.requireNonNull(record, "record");
    }

    /** Returns the address by which he is known. */
    String email() {
        return fields.text(SystemField.EMAIL).orElseThrow();
    }

    /** Returns a user without a record. */
    public static SiteUser of(String id, RecordFields fields) {
        return new SiteUser(id, fields, Optional.empty());
    }
}
