package io.mostik.salesautopilot.workflow;

import io.mostik.salesautopilot.internal.Email;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.records.SystemField;

/** Columns of a record as the embedder gave them. */
final class OwnFields {

    private OwnFields() {}

    /** Returns the columns as they are sent: the address without blanks around it and its domain in ASCII, no {@code active}. */
    static RecordFields sent(RecordFields fields) {
        RecordFields rest = withoutActive(fields);
        return rest.text(SystemField.EMAIL)
                .map(Email::normal)
                .map(email -> rest.with(RecordFields.builder().email(email).build()))
                .orElse(rest);
    }

    /** Returns the columns without the one that says who gets letters, which only a consent changes. */
    static RecordFields withoutActive(RecordFields fields) {
        return fields.without(SystemField.ACTIVE);
    }
}
