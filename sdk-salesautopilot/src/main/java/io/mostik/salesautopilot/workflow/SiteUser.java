package io.mostik.salesautopilot.workflow;

import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.records.SystemField;
import java.util.Objects;
import java.util.Optional;

/**
 * A user of a website.
 *
 * @param id the website's own id
 * @param fields the columns that SalesAutopilot gets, {@code email} among them; blanks around the address are dropped
 * @param record his record in SalesAutopilot, empty until he is signed up
 */
public record SiteUser(String id, RecordFields fields, Optional<RecordId> record) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the fields hold no e-mail address
     */
    public SiteUser {
        Objects.requireNonNull(id, "id");
        if (fields.text(SystemField.EMAIL).filter(email -> !email.isBlank()).isEmpty()) {
            throw new IllegalArgumentException("fields must hold the email");
        }
        fields = OwnFields.sent(fields);
        Objects.requireNonNull(record, "record");
    }

    /** Returns the e-mail address. */
    String email() {
        return fields.text(SystemField.EMAIL).orElseThrow();
    }

    /** Returns a user without a record. */
    public static SiteUser of(String id, RecordFields fields) {
        return new SiteUser(id, fields, Optional.empty());
    }
}
