package io.mostik.salesautopilot.workflow;

import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.ids.RecordId;

/**
 * Somebody who has left gets letters again, because he wants them.
 *
 * @param list the list
 * @param form the update form
 * @param record his record
 * @param consent his consent
 */
record Reactivation(ListId list, FormId form, RecordId record, Consent consent) {

    /** The same consent makes nobody active twice: he may have left again since. */
    String id() {
        return WriteId.of(
                list,
                Long.toString(record.value()),
                Long.toString(consent.givenAt().toEpochMilli()));
    }
}
