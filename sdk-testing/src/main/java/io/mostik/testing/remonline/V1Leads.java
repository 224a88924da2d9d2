package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Leads. A row shows what was created, for the document gives it no shape of its own. */
final class V1Leads {

    static final Map<String, Kind> FIELDS = Map.ofEntries(
            Map.entry("token", Kind.TEXT),
            Map.entry("leadtype_id", Kind.ID),
            Map.entry("client_id", Kind.ID),
            Map.entry("contact_phone", Kind.TEXT),
            Map.entry("contact_name", Kind.TEXT),
            Map.entry("is_juridical", Kind.FLAG),
            Map.entry("branch_id", Kind.ID),
            Map.entry("manager_id", Kind.ID),
            Map.entry("description", Kind.TEXT),
            Map.entry("ad_campaign_id", Kind.ID),
            Map.entry("is_urgent", Kind.FLAG),
            Map.entry("custom_fields", Kind.OBJECT_OR_TEXT));

    private final Account account;

    V1Leads(Account account) {
        this.account = account;
    }

    void register(Endpoints endpoints) {
        endpoints.on("GET", "/lead/", this::list).on("POST", "/lead/", this::create);
    }

    private Answer list(RequestReader ask) {
        int page = ask.page();
        List<ObjectNode> rows = new ArrayList<>(new Filter<ObjectNode>(ask)
                .ids("ids", lead -> id(lead, "id"))
                .texts("id_labels", lead -> lead.path("id_label").asText())
                .ids("statuses", lead -> id(lead.path("status"), "id"))
                .ids("managers", lead -> id(lead, "manager_id"))
                .parts("client_names", lead -> lead.path("contact_name").asText(""))
                .parts("names", lead -> lead.path("contact_name").asText(""))
                .phones(
                        "client_phones",
                        lead -> List.of(lead.path("contact_phone").asText("")))
                .range("created_at", lead -> moment(lead, "created_at"))
                .range("modified_at", lead -> moment(lead, "modified_at"))
                .range("closed_at", lead -> Optional.empty())
                .apply(account.leads().values())
                .toList());
        Collections.reverse(rows);
        return Sheet.enveloped(rows, page, lead -> lead);
    }

    private Answer create(RequestReader ask) {
        ObjectNode body = ask.body(FIELDS, Set.of("leadtype_id"));
        body.remove("token");
        Dictionaries known = account.dictionaries();
        known.require(ask, body, "leadtype_id", known.leadTypes());
        known.require(ask, body, "client_id", account.people());
        known.require(ask, body, "branch_id", known.locations());
        known.require(ask, body, "manager_id", known.employeesById());
        known.require(ask, body, "ad_campaign_id", known.campaigns());
        if (!body.hasNonNull("client_id") && !(body.hasNonNull("contact_phone") && body.hasNonNull("contact_name"))) {
            ask.problem("client_id", "is required, or contact_phone and contact_name");
        }
        ask.check();
        if (body.hasNonNull("branch_id")) {
            account.requireRights(body.path("branch_id").asLong());
        }
        long id = account.nextLine();
        long now = account.now().toEpochMilli();
        body.put("id", id)
                .put("id_label", "L%04d".formatted(id))
                .put("created_at", now)
                .put("modified_at", now);
        body.set("status", V1Dictionaries.leadStatus(V1LeadWrites.FIRST_STATUS));
        account.leads().put(id, body);
        return V1Writes.done(account, id);
    }

    private static Optional<Long> id(JsonNode lead, String field) {
        return lead.hasNonNull(field) ? Optional.of(lead.path(field).asLong()) : Optional.empty();
    }

    private static Optional<Instant> moment(ObjectNode lead, String field) {
        return id(lead, field).map(Instant::ofEpochMilli);
    }
}
