package io.mostik.testing.vcclive;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.SimulatedClock;
import io.mostik.testing.internal.Endpoints;
import io.mostik.testing.internal.RequestReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The application on an agent's machine, with agent 17 and project 134: opens or makes a record and dials. It answers
 * nothing, whatever happened, and ignores a call within a second of the one before. Obtained from
 * {@code VccLiveSimulator.desktop()}. Thread-safe.
 */
public final class VccDesktopApp {

    static final String CALL = "/call/";

    private static final long PROJECT = 134;
    private static final long AGENT = 17;
    private static final Duration DUPLICATE = Duration.ofSeconds(1);

    private final VccAccount account;
    private final RecordApi records;
    private final SimulatedClock clock;
    private final Endpoints<RequestReader> endpoints = VccApi.endpoints();
    private final List<Dialled> dialled = new ArrayList<>();
    private boolean available = true;
    private Optional<Dialled> current = Optional.empty();
    private Instant last = Instant.MIN;

    VccDesktopApp(VccAccount account, RecordApi records, SimulatedClock clock) {
        this.account = account;
        this.records = records;
        this.clock = clock;
        endpoints.get(CALL + "hangup", this::hangUp).get(CALL + "{phone}", this::call);
    }

    /**
     * A call that the application made.
     *
     * @param numberId the record that it opened
     */
    public record Dialled(String phone, long numberId) {

        /** Returns the record alone: the number is personal. */
        @Override
        public String toString() {
            return "Dialled record " + numberId;
        }
    }

    /** Sets whether the agent can make calls; one who is in a call cannot either. */
    public void available(boolean canCall) {
        synchronized (account) {
            available = canCall;
        }
    }

    /** Returns the calls so far. */
    public List<Dialled> dialled() {
        synchronized (account) {
            return List.copyOf(dialled);
        }
    }

    /** Returns whether a call is under way. */
    public boolean isInCall() {
        synchronized (account) {
            return current.isPresent();
        }
    }

    Answer answer(RecordedRequest request) throws Exception {
        synchronized (account) {
            return endpoints.answer(request);
        }
    }

    private Answer call(RequestReader ask) {
        boolean duplicate =
                !last.equals(Instant.MIN) && Duration.between(last, clock.now()).compareTo(DUPLICATE) < 0;
        String phone = ask.path("phone");
        if (available && current.isEmpty() && !duplicate && phone.matches("\\d{2,15}")) {
            VccRecord record = ask.query("newRecord").isPresent() ? made(phone) : opened(phone);
            record.putAll(project().read(fields(ask.request())));
            current = Optional.of(new Dialled(phone, record.id()));
            dialled.add(current.get());
        }
        last = clock.now();
        return Answer.empty(200);
    }

    private Answer hangUp(RequestReader ask) {
        VccApi.number(ask.query("dispositionid"))
                .flatMap(project().dispositions::find)
                .ifPresent(disposition -> current.flatMap(
                                call -> project().records.find(call.numberId()))
                        .ifPresent(record -> record.events.add(RecordApi.event(disposition.id(), AGENT, "", ""))));
        current = Optional.empty();
        return Answer.empty(200);
    }

    /** Opens the record with the highest id among those of this number; makes one if there is none. */
    private VccRecord opened(String phone) {
        return project().records.stream()
                .filter(record ->
                        record.contacts.values().stream().anyMatch(contact -> phone.equals(contact.get("phone"))))
                .reduce((first, second) -> first.id() > second.id() ? first : second)
                .orElseGet(() -> made(phone));
    }

    private VccRecord made(String phone) {
        ObjectNode sent = new ObjectMapper().createObjectNode();
        sent.putObject("form").put("phone1", phone);
        return records.add(project(), sent);
    }

    private static ObjectNode fields(RecordedRequest request) {
        ObjectNode form = new ObjectMapper().createObjectNode();
        request.queryNames().stream()
                .filter(name -> !name.equals("newRecord"))
                .forEach(name -> form.put(name, request.query(name).orElse("")));
        return form;
    }

    private VccProject project() {
        return account.projects.get(PROJECT);
    }
}
