package io.mostik.examples.desk;

import io.mostik.pbx.CallRecord;
import io.mostik.pbx.PhoneNumber;
import io.mostik.pbx.RecordingRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Past calls, the latest first, each with the state of its recording. Thread-safe. */
final class CallLog {

    private static final int MOST = 200;

    private final Customers customers;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    CallLog(Customers customers) {
        this.customers = customers;
    }

    /** The state of a recording. */
    enum Sound {
        NONE,
        FETCHING,
        READY,
        FAILED
    }

    private record Entry(CallRecord call, Sound sound, Optional<String> recording) {}

    /** A line of the log as the page shows it. */
    record Line(
            String key,
            String direction,
            String party,
            Optional<String> company,
            Optional<Instant> at,
            String outcome,
            long seconds,
            Sound sound,
            Optional<String> recording,
            boolean callable) {}

    /**
     * Writes down what is known of a call now.
     *
     * @return the id of a recording that has to be fetched from the PBX
     */
    synchronized Optional<String> note(CallRecord call) {
        Entry before = entries.get(call.key());
        Optional<String> id = call.recording().flatMap(RecordingRef::id);
        boolean fetch = id.isPresent() && (before == null || before.sound == Sound.NONE);
        Sound sound = fetch ? Sound.FETCHING : before == null ? Sound.NONE : before.sound;
        entries.put(call.key(), new Entry(call, sound, before == null ? Optional.empty() : before.recording));
        if (entries.size() > MOST) {
            entries.remove(entries.keySet().iterator().next());
        }
        return fetch ? id : Optional.empty();
    }

    /** Stores the file name of a recording; none if it could not be fetched. */
    synchronized void heard(String key, Optional<String> recording) {
        entries.computeIfPresent(
                key,
                (same, entry) -> new Entry(entry.call, recording.isPresent() ? Sound.READY : Sound.FAILED, recording));
    }

    /** Returns the party outside of a call. */
    synchronized PhoneNumber party(String key) {
        return Optional.ofNullable(entries.get(key))
                .flatMap(entry -> entry.call.remote())
                .orElseThrow(() -> new NoSuchElementException("there is no such call"));
    }

    synchronized List<Line> lines() {
        return entries.values().stream()
                .sorted(Comparator.comparing(
                                (Entry entry) -> entry.call.startedAt().orElse(Instant.EPOCH))
                        .reversed())
                .map(this::line)
                .toList();
    }

    private Line line(Entry entry) {
        CallRecord call = entry.call;
        Optional<Customer> customer = call.remote().flatMap(customers::find);
        String party = customer.map(Customer::name)
                .orElseGet(() -> call.remote().map(PhoneNumber::masked).orElse("unknown"));
        return new Line(
                call.key(),
                call.direction().name().toLowerCase(Locale.ROOT),
                party,
                customer.map(Customer::company),
                call.startedAt(),
                call.outcome().name().toLowerCase(Locale.ROOT),
                call.talkTime().map(Duration::toSeconds).orElse(0L),
                entry.sound,
                entry.recording,
                call.remote().flatMap(PhoneNumber::e164).isPresent());
    }
}
