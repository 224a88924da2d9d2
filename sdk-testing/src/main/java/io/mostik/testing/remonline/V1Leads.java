package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Leads. A row shows what was created, for the document gives it no shape of its own. */
final class V1Leads {

    static final Fields FIELDS = Fields.of(Kind.TEXT, "token", "contact_phone", "contact_name", "description")
            .and(Kind.ID, "leadtype_id", "client_id", "branch_id", "manager_id", "ad_campaign_id")
            .and(Kind.FLAG, "is_juridical", "is_urgent")
            .and(Kind.OBJECT_OR_TEXT, "custom_fields");

    private final Account account;

    V1Leads(Account account) {
        this.account = account;
    }

    void register(Endpoints endpoints) {
        endpoints.on("GET", "/lead/", this::list).on("POST", "/lead/", this::create);
    }

    private Answer list(RequestReader ask) {
        return new Filter<ObjectNode>(ask)
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
                .newestFirst(account.leads().values(), lead -> lead);
    }

    private Answer create(RequestReader ask) {
        ObjectNode body = ask.body(FIELDS, Set.of("leadtype_id"));
        body.remove("token");
        account.require(ask, body, "leadtype_id", "client_id", "branch_id", "manager_id", "ad_campaign_id");
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
