package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Smaller dictionaries of v2, and its inquiries: the leads of the older generations, to be read only. */
final class V2Directories {

    private static final long LEGAL_ENTITY = 1;

    private final Account account;

    V2Directories(Account account) {
        this.account = account;
    }

    void register(Endpoints endpoints) {
        endpoints
                .on("GET", "/v2/company/taxes", this::taxes)
                .on("GET", "/v2/company/legal-entities", ask -> data(List.of(legalEntity())))
                .on("GET", "/v2/company/legal-entities/{id}", this::legalEntity)
                .on("GET", "/v2/company/directories", ask -> data(List.of(Shape.named(8, "Colours"))))
                .on("GET", "/v2/contacts/people/custom-fields", ask -> Sheet.bare(List.<ObjectNode>of(), row -> row))
                .on("GET", "/v2/inquiries", this::inquiries)
                .on(
                        "GET",
                        "/v2/inquiries/{id}",
                        ask -> Answer.json(200, inquiry(Rows.find(account.leads(), ask.id("id")))));
    }

    private static Answer data(List<ObjectNode> rows) {
        return Answer.json(200, Sheet.data(rows, row -> row));
    }

    private Answer taxes(RequestReader ask) {
        ObjectNode tax = Shape.named(51, "VAT")
                .put("rate", "20.00")
                .put("type", "included")
                .put("is_enabled", true);
        account.dictionaries().locations().keySet().forEach(tax.putArray("branch_ids")::add);
        return data(List.of(tax));
    }

    private Answer legalEntity(RequestReader ask) {
        if (ask.id("id") != LEGAL_ENTITY) {
            throw Refusals.notFound();
        }
        return Answer.json(200, legalEntity());
    }

    private static ObjectNode legalEntity() {
        return Shape.named(LEGAL_ENTITY, "Demo repairs Ltd");
    }

    private Answer inquiries(RequestReader ask) {
        return new Filter<ObjectNode>(ask).newestFirst(account.leads().values(), V2Directories::inquiry);
    }

    private static JsonNode inquiry(ObjectNode lead) {
        ObjectNode json = Shape.object()
                .put("id", Rows.id(lead))
                .put("number", lead.path("id_label").asText());
        for (String moment : List.of("created_at", "modified_at")) {
            json.put(moment, Shape.iso(Instant.ofEpochMilli(lead.path(moment).asLong())));
        }
        for (Map.Entry<String, JsonNode> field : lead.properties()) {
            json.putIfAbsent(field.getKey(), field.getValue());
        }
        return json.without("id_label");
    }
}
