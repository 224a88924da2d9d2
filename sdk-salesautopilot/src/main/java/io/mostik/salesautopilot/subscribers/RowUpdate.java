package io.mostik.salesautopilot.subscribers;

import io.mostik.salesautopilot.ids.FieldName;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.records.SystemField;
import java.util.Objects;

/**
 * One element of a batch of updates.
 *
 * @param idField the column that names the record
 * @param idValue its value, which should fit one record only
 * @param data what to write
 */
public record RowUpdate(FieldName idField, String idValue, RecordFields data) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the value holds a star
     */
    public RowUpdate {
        Objects.requireNonNull(idField, "idField");
        Objects.requireNonNull(idValue, "idValue");
        Objects.requireNonNull(data, "data");
        if (idValue.contains("*")) {
            throw new IllegalArgumentException("idValue must not hold a star: the vendor may take it for any text");
        }
    }

    /** Returns the update of a record by its id. */
    public static RowUpdate byId(RecordId id, RecordFields data) {
        return new RowUpdate(SystemField.ID, Long.toString(id.value()), data);
    }

    /** Returns the update of a record by its e-mail address. */
    public static RowUpdate byEmail(String email, RecordFields data) {
        return new RowUpdate(SystemField.EMAIL, email, data);
    }

    /** Returns the columns only: values are personal. */
    @Override
    public String toString() {
        return "RowUpdate[by " + idField + ", " + data + "]";
    }
}
