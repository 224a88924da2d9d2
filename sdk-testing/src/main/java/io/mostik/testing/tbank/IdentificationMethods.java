package io.mostik.testing.tbank;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.SimulatedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The two public methods of the identification of employees. A draft lives thirty minutes. What the bank answers to a
 * draft is not public; here it is the id alone. Thread-safe.
 */
final class IdentificationMethods {

    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final int LARGEST_IMAGE = 5_242_880;
    private static final String SCOPE = "employee-remote-identification";
    private static final String PATH = "/api/v1/employee-remote-identification/application";
    private static final List<String> DOCUMENTS = List.of("PASSPORT", "SELFIE_WITH_PASSPORT");

    private final SimulatedClock clock;
    private final Map<String, Instant> drafts = new HashMap<>();
    private final List<String> attached = new ArrayList<>();

    IdentificationMethods(SimulatedClock clock) {
        this.clock = clock;
    }

    List<TBankMethod> secured() {
        return List.of(
                new TBankMethod("POST", PATH, SCOPE, 10, this::draft, Canned.DRAFT),
                new TBankMethod("POST", PATH + "/{applicationId}/{documentType}", SCOPE, 1, this::attach, Canned.OK));
    }

    /** Returns what was attached to a draft, by document type. */
    synchronized List<String> attached() {
        return List.copyOf(attached);
    }

    private Supplier<Answer> draft(TBankRequest ask) {
        JsonNode body = ask.object();
        for (String name : List.of("lastName", "firstName", "placeOfBirth")) {
            ask.filled(name, body.path(name).asText());
        }
        ask.matching("birthDate", body.path("birthDate").asText(), "^\\d{4}-\\d{2}-\\d{2}$");
        ask.matching("phoneNumber", body.path("phoneNumber").asText(), "^((\\+7)([0-9]){10})$");
        JsonNode passport = body.path("passport");
        ask.matching("series", passport.path("series").asText(), "^\\d{4}$");
        ask.matching("number", passport.path("number").asText(), "^\\d{6}$");
        ask.filled("issuerName", passport.path("issuerName").asText());
        ask.filled("issuerCode", passport.path("issuerCode").asText());
        return () -> Answer.json(200, Map.of("applicationId", open()));
    }

    private synchronized String open() {
        String id = UUID.randomUUID().toString();
        drafts.put(id, clock.now().plus(LIFE));
        return id;
    }

    private Supplier<Answer> attach(TBankRequest ask) {
        String id = ask.uuid("applicationId", ask.path("applicationId"));
        String type = ask.word("documentType", ask.path("documentType"), DOCUMENTS);
        int length = ask.request().body().length;
        ask.require("Content-Length", length >= 1 && length <= LARGEST_IMAGE, "expected 1 to " + LARGEST_IMAGE);
        return () -> keep(id, type);
    }

    private synchronized Answer keep(String id, String type) {
        if (!drafts.containsKey(id) || clock.now().isAfter(drafts.getOrDefault(id, Instant.MIN))) {
            throw Dialect.unprocessable("Черновик не найден");
        }
        attached.add(type);
        return Answer.empty(200);
    }
}
