package io.mostik.testing.vcclive;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.SimulatedClock;
import io.mostik.testing.internal.Endpoints;
import io.mostik.testing.internal.JsonObject;
import io.mostik.testing.internal.RequestReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records, their contacts and dispositions. */
record RecordApi(VccAccount account, SimulatedClock clock, CdrApi cdrs) {

    private static final String RECORDS = VccApi.BASE + "/projects/{projectid}/records";
    private static final String RECORD = RECORDS + "/{numberid}";

    void addTo(Endpoints<RequestReader> endpoints) {
        endpoints
                .post(
                        RECORDS,
                        ask -> VccEnvelope.ok(
                                add(account.project(ask), json(ask)).id()))
                .put(RECORDS, ask -> new RecordBatch(account.project(ask), json(ask)).modify())
                .put(RECORDS + "/dispositions", this::dispositions)
                .get(RECORD, this::get)
                .put(RECORD, this::modify)
                .put(RECORD + "/contacts/{contact}", this::modifyContact)
                .post(RECORD + "/dispositions", this::addDisposition);
    }

    /** Adds a record as the API would. */
    VccRecord add(VccProject project, JsonNode sent) {
        JsonNode form = sent.path("form");
        if (!sent.isObject()) {
            throw VccRefusal.bad("");
        }
        if (!form.isObject() || form.isEmpty()) {
            throw VccRefusal.missing("form");
        }
        Map<String, Map<String, String>> contacts = Contacts.read(sent.path("contacts"));
        check(sent, "phone_field", "phone[1-9]");
        checkTime(sent);
        Optional<Map<String, Object>> event =
                sent.has("disposition") ? Optional.of(event(project, sent.path("disposition"))) : Optional.empty();
        Map<String, Object> data = project.read(form);
        VccRecord record = new VccRecord(account.ids.next(), clock.now());
        record.putAll(data);
        contacts.forEach(record::contact);
        event.ifPresent(record.events::add);
        plan(record, sent, "phone_field");
        plan(record, sent, "next_calldate");
        return project.records.add(record);
    }

    private Answer get(RequestReader ask) {
        VccRecord record = record(ask);
        return VccEnvelope.ok(record.describe(cdrs.ofRecord(record.id())));
    }

    private Answer modify(RequestReader ask) {
        VccRecord record = record(ask);
        JsonNode sent = ask.object();
        Optional<String> slot = ask.query("next_contact", text -> text.matches("phone[1-9]"), "");
        record.putAll(account.project(ask).read(sent));
        slot.ifPresent(phone -> record.planned.put("phone_field", phone));
        return VccEnvelope.ok(true);
    }

    private Answer modifyContact(RequestReader ask) {
        VccRecord record = record(ask);
        String slot = "phone" + ask.path("contact");
        boolean known = slot.equals("phone1") || account.project(ask).fields.has(slot);
        if (!slot.matches("phone[1-9]") || !known) {
            throw VccRefusal.of("error.contact_not_exists", "contact");
        }
        record.contact(slot, Contacts.readOne(json(ask)));
        return VccEnvelope.ok(true);
    }

    private Answer addDisposition(RequestReader ask) {
        VccRecord record = record(ask);
        record.events.add(event(account.project(ask), json(ask)));
        plan(record, json(ask), "next_calldate");
        return VccEnvelope.ok(true);
    }

    private Answer dispositions(RequestReader ask) {
        VccProject project = account.project(ask);
        return new RecordBatch(project, json(ask)).setDispositions((record, sent) -> set(project, record, sent));
    }

    /** Sets a disposition, or without one plans the next call only. */
    private void set(VccProject project, VccRecord record, JsonNode sent) {
        if (sent.has("dispositionid")) {
            record.events.add(event(project, sent));
        }
        checkTime(sent);
        plan(record, sent, "next_calldate");
    }

    private Map<String, Object> event(VccProject project, JsonNode sent) {
        long dispositionId = idText(sent, "dispositionid");
        long userId = idText(sent, "userid");
        checkTime(sent);
        check(sent, "next_contactid", "[1-9]");
        if (!project.dispositions.has(dispositionId)) {
            throw VccRefusal.bad("dispositionid");
        }
        if (!account.users.has(userId)) {
            throw VccRefusal.bad("userid");
        }
        return event(
                dispositionId,
                userId,
                sent.path("description").asText(""),
                sent.path("next_calldate").asText(""));
    }

    static Map<String, Object> event(long dispositionId, long userId, String description, String nextCall) {
        return new JsonObject()
                .with("attempted_connection", 0)
                .with("client_search", "no")
                .with("commission", 0)
                .with("comp", List.of())
                .with("dispositionid", dispositionId)
                .with("userid", userId)
                .with("description", description)
                .with("next_calldate", nextCall);
    }

    private static void plan(VccRecord record, JsonNode sent, String name) {
        if (sent.has(name)) {
            record.planned.put(name, sent.path(name).asText());
        }
    }

    private VccRecord record(RequestReader ask) {
        return account.project(ask).records.get(ask.id("numberid"));
    }

    private static JsonNode json(RequestReader ask) {
        return ask.request().json();
    }

    /** The vendor documents these ids as text. */
    private static long idText(JsonNode sent, String name) {
        JsonNode id = sent.path(name);
        if (id.isMissingNode() || id.isNull()) {
            throw VccRefusal.missing(name);
        }
        if (!id.isTextual() || !id.asText().matches("\\d{1,18}")) {
            throw VccRefusal.bad(name);
        }
        return Long.parseLong(id.asText());
    }

    private static void checkTime(JsonNode sent) {
        if (sent.has("next_calldate")
                && !VccTime.isTime(sent.path("next_calldate").asText())) {
            throw VccRefusal.bad("next_calldate");
        }
    }

    private static void check(JsonNode sent, String name, String pattern) {
        if (sent.has(name) && !sent.path(name).asText().matches(pattern)) {
            throw VccRefusal.bad(name);
        }
    }
}
