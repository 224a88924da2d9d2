package io.mostik.examples.desk;

import io.mostik.core.Async;
import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.TimeSource;
import io.mostik.pbx.CallPhase;
import io.mostik.pbx.CallRecord;
import io.mostik.pbx.IncomingCall;
import io.mostik.pbx.PbxClient;
import io.mostik.pbx.PhoneNumber;
import io.mostik.pbx.ScreenPop;
import io.mostik.pbx.StartedCall;
import io.mostik.pbx.workflow.CallNews;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** The telephone of the desk: who rings, whom the desk is calling, which calls were. Thread-safe. */
final class PhoneDesk {

    /** How long somebody is shown as ringing if the PBX never tells the end. */
    private static final Duration LONGEST_RING = Duration.ofMinutes(10);

    private final PbxClient pbx;
    private final Customers customers;
    private final ScreenPop<Optional<Customer>> pop;
    private final CallLog log;
    private final Recordings recordings;
    private final EventStream events;
    private final Async async;
    private final TimeSource time;
    private final List<Ring> ringing = new ArrayList<>();
    private final List<StartedCall> started = new ArrayList<>();

    PhoneDesk(PbxClient pbx, Recordings recordings, EventStream events, Room room) {
        this.pbx = pbx;
        this.customers = room.customers();
        this.pop =
                ScreenPop.of(caller -> Optional.of(customers.find(caller)), unknown -> Optional.empty(), room.async());
        this.log = new CallLog(customers);
        this.recordings = recordings;
        this.events = events;
        this.async = room.async();
        this.time = room.time();
    }

    /** What the parts of the desk share. */
    record Room(Customers customers, Async async, TimeSource time) {}

    /** Somebody who calls right now. */
    private record Ring(String id, IncomingCall call, Optional<Customer> customer, Instant at) {}

    /** The pop-up as the page shows it. */
    record Pop(
            String id,
            boolean known,
            Optional<String> name,
            String number,
            Optional<String> company,
            Optional<String> customer,
            Optional<String> manager,
            Optional<String> note) {}

    /** A call that the desk has begun. */
    record Outgoing(String extension, String party) {}

    /** All that the page shows of the telephone. */
    record Calls(List<Pop> ringing, List<Outgoing> outgoing, List<CallLog.Line> log) {}

    /** Returns all that the page shows. */
    synchronized Calls calls() {
        forget();
        return new Calls(
                ringing.stream().map(PhoneDesk::pop).toList(),
                started.stream()
                        .map(call -> new Outgoing(call.extension(), name(call.number())))
                        .toList(),
                log.lines());
    }

    /**
     * Rings the telephone of somebody at the desk, then the number.
     *
     * @throws IllegalStateException if this telephone is at a call that the desk has begun
     */
    void dial(Person person, PhoneNumber number) {
        reserve(person.extension(), number);
        try {
            StartedCall call = pbx.calls().start(person.extension(), number);
            confirm(call);
        } catch (SdkException e) {
            release(person.extension(), e.outcome() == Outcome.NOT_SENT || e.outcome() == Outcome.REJECTED);
            throw e;
        } catch (IllegalArgumentException e) {
            release(person.extension(), true);
            throw e;
        } finally {
            events.changed("calls");
        }
    }

    /** Returns the number behind what a page may name: a customer, a call of the log, or digits. */
    PhoneNumber number(Optional<String> customer, Optional<String> call, Optional<String> digits) {
        return customer.map(id -> customers.get(id).number())
                .or(() -> call.map(log::party))
                .or(() -> digits.map(PhoneNumber::of))
                .orElseThrow(() -> new IllegalArgumentException("whom to call is missing"));
    }

    /** Shows who calls. The PBX may tell of the same call more than once. */
    void ring(IncomingCall call) {
        Optional<Customer> customer = pop.card(call);
        synchronized (this) {
            boolean told = !call.caller().isWithheld()
                    && ringing.stream().anyMatch(ring -> ring.call.caller().equals(call.caller()));
            if (!told) {
                ringing.add(new Ring(UUID.randomUUID().toString(), call, customer, time.now()));
            }
        }
        events.changed("calls");
    }

    /** Takes what the PBX tells of a call, and fetches its recording. */
    void told(CallNews update) {
        CallRecord call = update.call();
        Optional<String> recording = log.note(call);
        if (call.phase() == CallPhase.ENDED) {
            over(call);
        }
        recording.ifPresent(id -> fetch(call.key(), id));
        events.changed("calls");
    }

    /** The recording is fetched at once, because nobody knows how long the PBX keeps its id valid. */
    private void fetch(String key, String id) {
        CompletableFuture<Void> fetched = async.call(() -> recordings.fetch(id))
                .handle((name, failure) -> Optional.ofNullable(name))
                .thenAccept(name -> {
                    log.heard(key, name);
                    events.changed("calls");
                });
        fetched.exceptionally(failure -> null);
    }

    private synchronized void over(CallRecord call) {
        ringing.removeIf(
                ring -> call.caller().filter(ring.call.caller()::equals).isPresent());
        started.removeIf(mine -> mine.isTold(call));
    }

    private synchronized void reserve(String extension, PhoneNumber number) {
        forget();
        if (started.stream().anyMatch(call -> call.extension().equals(extension))) {
            throw new IllegalStateException("telephone " + extension + " is at a call already");
        }
        started.add(StartedCall.builder()
                .extension(extension)
                .number(number)
                .at(time.now())
                .build());
    }

    private synchronized void confirm(StartedCall call) {
        if (started.removeIf(each -> each.extension().equals(call.extension()))) {
            started.add(call);
        }
    }

    /** After a lost answer the telephone may ring, so it stays taken for a while. */
    private synchronized void release(String extension, boolean silent) {
        if (silent) {
            started.removeIf(each -> each.extension().equals(extension));
        }
    }

    private void forget() {
        Instant now = time.now();
        ringing.removeIf(ring -> ring.at.plus(LONGEST_RING).isBefore(now));
        started.removeIf(call -> call.at().plus(StartedCall.NEAR).isBefore(now));
    }

    private String name(PhoneNumber number) {
        return customers.find(number).map(Customer::name).orElseGet(number::masked);
    }

    private static Pop pop(Ring ring) {
        return new Pop(
                ring.id,
                ring.customer.isPresent(),
                ring.customer.map(Customer::name),
                ring.call.caller().masked(),
                ring.customer.map(Customer::company),
                ring.customer.map(Customer::id),
                ring.customer.map(customer -> Person.nameOf(customer.manager())),
                ring.customer.map(Customer::note));
    }
}
