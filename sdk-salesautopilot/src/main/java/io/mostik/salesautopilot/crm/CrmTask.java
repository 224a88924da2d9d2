package io.mostik.salesautopilot.crm;

import io.mostik.core.json.Json;
import io.mostik.salesautopilot.ids.EventId;
import io.mostik.salesautopilot.internal.Ids;
import java.util.Optional;

/**
 * A task of the CRM. Only its id is documented.
 *
 * @param id its id
 * @param raw everything as the vendor sent it
 */
public record CrmTask(EventId id, Json raw) {

    /** Returns a task as it was sent; empty if that has no id, so that it could not be closed either. */
    static Optional<CrmTask> of(Json raw) {
        return Ids.of(raw.get("event_id")).map(EventId::of).map(id -> new CrmTask(id, raw));
    }
}
