package io.mostik.salesautopilot.workflow;

import io.mostik.salesautopilot.internal.Email;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.records.SystemField;

/** The e-mail address among the columns of a record. */
final class EmailColumn {

    private EmailColumn() {}

    /** Returns the columns with the address as it is sent: without blanks around it, its domain in ASCII. */
    static RecordFields trimmed(RecordFields fields) {
        return fields.text(SystemField.EMAIL)
                .map(Email::normal)
                .map(email -> fields.with(RecordFields.builder().email(email).build()))
                .orElse(fields);
    }
}
