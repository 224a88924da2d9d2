package io.mostik.salesautopilot.crm;

import io.mostik.core.json.Json;
import io.mostik.salesautopilot.ids.EventId;
import java.util.Optional;

/**
 * A task of the CRM. Only its id is documented.
 *
 * @param raw everything as the vendor sent it
 */
public record CrmTask(Json raw) {

    /** Returns its id. */
    public Optional<EventId> id() {
        return raw.get("event_id").number().filter(id -> id.signum() > 0).map(id -> EventId.of(id.longValue()));
    }
}
