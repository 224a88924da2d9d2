package io.mostik.testing.remonline;

import static io.mostik.testing.remonline.Shape.ref;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import io.mostik.testing.internal.Endpoints;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/** Leads, and the comments of the older generations. A row shows what was created: the document gives it no shape. */
record V1Leads(Account account) {

    private static final long FIRST_STATUS = 831;
    static final Map<Long, String> STATUSES =
            new TreeMap<>(Map.of(FIRST_STATUS, "New", 832L, "In progress", 833L, "Closed"));
    private static final Fields FIELDS = Fields.of(Kind.TEXT, "contact_phone", "contact_name", "description")
            .and(Kind.ID, "leadtype_id", "client_id", "branch_id", "manager_id", "ad_campaign_id")
            .and(Kind.FLAG, "is_juridical", "is_urgent")
            .and(Kind.OBJECT_OR_TEXT, "custom_fields");
    private static final Fields NEW = FIELDS.requiring("leadtype_id")
            .referring("leadtype_id", "client_id", "branch_id", "manager_id", "ad_campaign_id");
    private static final Fields CHANGED = FIELDS.and(Kind.ID, "lead_id", "status_id")
            .requiring("lead_id", "status_id")
            .referring("lead_id");
    private static final Fields STATUS = Fields.of(Kind.ID, "lead_id", "status_id")
            .requiring("lead_id", "status_id")
            .referring("lead_id");
    private static final Fields COMMENT =
            Fields.of(Kind.TEXT, "message").and(Kind.FLAG, "is_private").requiring("message");

    void register(Endpoints<RemOnlineRequest> endpoints) {
        endpoints
                .get("/lead/", this::list)
                .post("/lead/", this::create)
                .put("/lead/", ask -> change(ask, CHANGED))
                .post("/lead/status/", ask -> change(ask, STATUS))
                .post("/lead/{id}/comments", ask -> comment(ask, "lead", account.leads::has))
                .post("/order/{id}/comments", ask -> comment(ask, "order", account.orders::has))
                .post("/clients/{id}/comments", ask -> comment(ask, "client", account.people::has))
                .post("/tasks/{id}/comments", ask -> comment(ask, "task", account.tasks::has));
    }

    private Answer list(RemOnlineRequest ask) {
        return new Filter<ObjectNode>(ask)
                .ids("ids", lead -> ref(lead, "id"))
                .texts("id_labels", lead -> lead.path("id_label").asText())
                .ids("statuses", lead -> ref(lead.path("status"), "id"))
                .ids("managers", lead -> ref(lead, "manager_id"))
                .parts("client_names", lead -> lead.path("contact_name").asText(""))
                .parts("names", lead -> lead.path("contact_name").asText(""))
                .phones(
                        "client_phones",
                        lead -> List.of(lead.path("contact_phone").asText("")))
                .range("created_at", lead -> ref(lead, "created_at").map(Instant::ofEpochMilli))
                .range("modified_at", lead -> ref(lead, "modified_at").map(Instant::ofEpochMilli))
                .range("closed_at", lead -> Optional.empty())
                .newestFirst(account.leads.all(), lead -> lead);
    }

    private Answer create(RemOnlineRequest ask) {
        ObjectNode body = ask.body(NEW);
        ask.require(
                "client_id",
                body.hasNonNull("client_id") || (body.hasNonNull("contact_phone") && body.hasNonNull("contact_name")),
                "is required, or contact_phone and contact_name");
        ask.check();
        ref(body, "branch_id").ifPresent(account::requireRights);
        long id = account.nextLine();
        long now = account.now().toEpochMilli();
        body.put("id", id)
                .put("id_label", "L%04d".formatted(id))
                .put("created_at", now)
                .put("modified_at", now);
        body.set("status", Shape.named(FIRST_STATUS, STATUSES));
        return account.done(Shape.id(account.leads.add(body)));
    }

    private Answer change(RemOnlineRequest ask, Fields fields) {
        ObjectNode body = ask.body(fields);
        ask.exists(body, "status_id", STATUSES::containsKey);
        ask.check();
        ObjectNode lead = account.leads.get(body.path("lead_id").asLong());
        lead.set("status", Shape.named(body.path("status_id").asLong(), STATUSES));
        lead.put("modified_at", account.now().toEpochMilli());
        body.remove(List.of("lead_id", "status_id"));
        lead.setAll(body);
        return account.done(Shape.id(lead));
    }

    private Answer comment(RemOnlineRequest ask, String on, LongPredicate known) {
        if (!known.test(ask.id())) {
            throw Dialect.notFound();
        }
        ObjectNode body = ask.checked(COMMENT);
        String message = body.path("message").asText();
        return account.done(
                account.comment(on, ask.id(), message, body.path("is_private").asBoolean()));
    }
}
