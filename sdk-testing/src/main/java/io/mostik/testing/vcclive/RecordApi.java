package io.mostik.testing.vcclive;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Routes;
import io.mostik.testing.SimulatedClock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records, their contacts and dispositions. */
final class RecordApi {

    private static final String RECORDS = VccApi.BASE + "/projects/{projectid}/records";
    private static final String RECORD = RECORDS + "/{numberid}";

    private final VccAccount account;
    private final SimulatedClock clock;
    private final CdrApi cdrs;
    private final RecordBatch batch = new RecordBatch();

    RecordApi(VccAccount account, SimulatedClock clock, CdrApi cdrs) {
        this.account = account;
        this.clock = clock;
        this.cdrs = cdrs;
    }

    void addTo(Routes routes) {
        routes.on("POST", RECORDS, this::add)
                .on("PUT", RECORDS, this::modifyMany)
                .on("PUT", RECORDS + "/dispositions", this::dispositions)
                .on("GET", RECORD, this::get)
                .on("PUT", RECORD, this::modify)
                .on("PUT", RECORD + "/contacts/{contact}", this::modifyContact)
                .on("POST", RECORD + "/dispositions", this::addDisposition);
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
        VccRecord record = new VccRecord(account.ids().next(), clock.now());
        record.putAll(data);
        contacts.forEach(record::contact);
        event.ifPresent(record.events()::add);
        plan(record, sent, "phone_field");
        plan(record, sent, "next_calldate");
        project.add(record);
        return record;
    }

    private Answer add(RecordedRequest request, Map<String, String> path) {
        return project(path)
                .map(project -> VccEnvelope.ok(add(project, request.json()).id()))
                .orElseGet(VccApi::notFound);
    }

    private Answer get(RecordedRequest request, Map<String, String> path) {
        return record(path)
                .map(record -> VccEnvelope.ok(record.describe(cdrs.ofRecord(record.id()))))
                .orElseGet(VccApi::notFound);
    }

    private Answer modify(RecordedRequest request, Map<String, String> path) {
        Optional<VccProject> project = project(path);
        Optional<VccRecord> record = record(path);
        if (project.isEmpty() || record.isEmpty()) {
            return VccApi.notFound();
        }
        if (!request.json().isObject()) {
            throw VccRefusal.bad("");
        }
        if (!request.query("next_contact").orElse("phone1").matches("phone[1-9]")) {
            throw VccRefusal.bad("next_contact");
        }
        record.get().putAll(project.get().read(request.json()));
        request.query("next_contact").ifPresent(slot -> record.get().planned().put("phone_field", slot));
        return VccEnvelope.ok(true);
    }

    private Answer modifyMany(RecordedRequest request, Map<String, String> path) {
        return project(path)
                .map(project -> batch.modify(project, request.json()))
                .orElseGet(VccApi::notFound);
    }

    private Answer modifyContact(RecordedRequest request, Map<String, String> path) {
        Optional<VccProject> project = project(path);
        Optional<VccRecord> record = record(path);
        if (project.isEmpty() || record.isEmpty()) {
            return VccApi.notFound();
        }
        String slot = "phone" + path.getOrDefault("contact", "");
        if (!slot.matches("phone[1-9]")
                || !(slot.equals("phone1") || project.get().hasField(slot))) {
            throw VccRefusal.of("error.contact_not_exists", "contact");
        }
        record.get().contact(slot, Contacts.readOne(request.json()));
        return VccEnvelope.ok(true);
    }

    private Answer addDisposition(RecordedRequest request, Map<String, String> path) {
        Optional<VccProject> project = project(path);
        Optional<VccRecord> record = record(path);
        if (project.isEmpty() || record.isEmpty()) {
            return VccApi.notFound();
        }
        record.get().events().add(event(project.get(), request.json()));
        plan(record.get(), request.json(), "next_calldate");
        return VccEnvelope.ok(true);
    }

    private Answer dispositions(RecordedRequest request, Map<String, String> path) {
        return project(path)
                .map(project ->
                        new DispositionBatch((record, sent) -> set(project, record, sent)).set(project, request.json()))
                .orElseGet(VccApi::notFound);
    }

    /** Sets a disposition, or without one plans the next call only. */
    private void set(VccProject project, VccRecord record, JsonNode sent) {
        if (sent.has("dispositionid")) {
            record.events().add(event(project, sent));
        }
        checkTime(sent);
        plan(record, sent, "next_calldate");
    }

    private Map<String, Object> event(VccProject project, JsonNode sent) {
        long dispositionId = idText(sent, "dispositionid");
        long userId = idText(sent, "userid");
        checkTime(sent);
        check(sent, "next_contactid", "[1-9]");
        if (project.disposition(dispositionId).isEmpty()) {
            throw VccRefusal.bad("dispositionid");
        }
        if (account.user(userId).isEmpty()) {
            throw VccRefusal.bad("userid");
        }
        return event(
                dispositionId,
                userId,
                sent.path("description").asText(""),
                sent.path("next_calldate").asText(""));
    }

    static Map<String, Object> event(long dispositionId, long userId, String description, String nextCall) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("attempted_connection", 0);
        event.put("client_search", "no");
        event.put("commission", 0);
        event.put("comp", List.of());
        event.put("dispositionid", dispositionId);
        event.put("userid", userId);
        event.put("description", description);
        event.put("next_calldate", nextCall);
        return event;
    }

    private static void plan(VccRecord record, JsonNode sent, String name) {
        if (sent.has(name)) {
            record.planned().put(name, sent.path(name).asText());
        }
    }

    private Optional<VccProject> project(Map<String, String> path) {
        return VccApi.id(path, "projectid").flatMap(account::project);
    }

    private Optional<VccRecord> record(Map<String, String> path) {
        return project(path).flatMap(project -> VccApi.id(path, "numberid").flatMap(project::record));
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
