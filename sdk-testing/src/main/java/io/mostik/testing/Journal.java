package io.mostik.testing;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Every request a simulator received, in the order of arrival, kept until {@link #clear} or {@link #keep}. Thread-safe.
 *
 * <p>A request that a fault refused is here too; {@link #acted()} tells which ones reached the vendor's handler.
 */
public final class Journal {

    private final Map<Long, JournalEntry> entries = new LinkedHashMap<>();
    private final InstantSource clock;
    private int most = Integer.MAX_VALUE;
    private long received;
    private long acts;
    private long forgotten;
    private long forgottenActs;

    Journal(InstantSource clock) {
        this.clock = clock;
    }

    /** Returns every request. */
    public List<RecordedRequest> all() {
        return entries().stream().map(JournalEntry::request).toList();
    }

    /** Returns every request with its time and with what became of it. */
    public synchronized List<JournalEntry> entries() {
        return List.copyOf(entries.values());
    }

    /** Keeps the latest so many requests from now on; all of them unless set. */
    public synchronized void keep(int requests) {
        if (requests < 1) {
            throw new IllegalArgumentException("requests must be positive: " + requests);
        }
        most = requests;
        trim();
    }

    /** Returns how many requests are kept no more. */
    public synchronized long forgotten() {
        return forgotten;
    }

    /**
     * Returns how many of the requests that are kept no more may have changed what the vendor holds: its handler executed
     * them and did not refuse them.
     */
    public synchronized long forgottenActs() {
        return forgottenActs;
    }

    /** Returns how many requests the vendor's handler has executed so far. */
    public synchronized long acts() {
        return acts;
    }

    /** Returns the requests with this verb and a path of this shape, such as {@code /orders/{id}}. */
    public List<RecordedRequest> to(String method, String pathOrTemplate) {
        return all().stream()
                .filter(request -> request.method().equals(method))
                .filter(request -> request.match(pathOrTemplate).isPresent())
                .toList();
    }

    /** Returns how often this was asked. */
    public int count(String method, String pathOrTemplate) {
        return to(method, pathOrTemplate).size();
    }

    /** Returns the one request of this kind; an {@link AssertionError} lists what came instead. */
    public RecordedRequest single(String method, String pathOrTemplate) {
        List<RecordedRequest> found = to(method, pathOrTemplate);
        if (found.size() != 1) {
            throw new AssertionError("Expected one " + method + " " + pathOrTemplate + ", received " + found.size()
                    + " among:" + System.lineSeparator() + this);
        }
        return found.get(0);
    }

    /** Returns the latest request; an {@link AssertionError} if there was none. */
    public synchronized RecordedRequest last() {
        if (entries.isEmpty()) {
            throw new AssertionError("Expected a request, received none");
        }
        List<RecordedRequest> all = all();
        return all.get(all.size() - 1);
    }

    /** Returns the requests that the vendor's handler executed, whether or not their answer arrived. */
    public List<RecordedRequest> acted() {
        return entries().stream()
                .filter(JournalEntry::acted)
                .map(JournalEntry::request)
                .toList();
    }

    /** Returns whether the vendor's handler executed this request. */
    public synchronized boolean acted(RecordedRequest request) {
        return Optional.ofNullable(entries.get(request.number()))
                .map(JournalEntry::acted)
                .orElse(false);
    }

    /** Forgets everything; numbers go on. */
    public synchronized void clear() {
        entries.values().forEach(this::forget);
        entries.clear();
    }

    /** Returns one line a request, without a value of any parameter or header. */
    @Override
    public String toString() {
        return entries().stream()
                .map(entry -> entry.request() + (entry.acted() ? "" : " (not executed)"))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    synchronized RecordedRequest record(URI host, LongFunction<RecordedRequest> numbered) {
        received++;
        RecordedRequest request = numbered.apply(received);
        entries.put(request.number(), JournalEntry.arrived(request, host, clock.instant()));
        trim();
        return request;
    }

    synchronized void markActed(RecordedRequest request) {
        acts++;
        Instant now = clock.instant();
        change(request, entry -> entry.acted(acts, now));
    }

    /** Notes what the vendor's handler said, whether or not it is written. */
    synchronized void said(RecordedRequest request, Answer answer) {
        change(request, entry -> entry.said(answer));
    }

    /** Notes how the exchange ended, and what was written, if anything. */
    synchronized void ended(RecordedRequest request, Optional<Answer> written, String ending) {
        change(request, entry -> entry.ended(written, ending));
    }

    private void change(RecordedRequest request, UnaryOperator<JournalEntry> change) {
        entries.computeIfPresent(request.number(), (number, entry) -> change.apply(entry));
    }

    private void trim() {
        for (Iterator<JournalEntry> oldest = entries.values().iterator(); entries.size() > most; ) {
            forget(oldest.next());
            oldest.remove();
        }
    }

    /** One that goes on has not said yet that it is refused. */
    private void forget(JournalEntry entry) {
        forgotten++;
        boolean refused =
                entry.said().map(Answer::status).filter(status -> status >= 400).isPresent();
        boolean underWay = entry.ending().isEmpty();
        forgottenActs += (entry.acted() || underWay) && !refused ? 1 : 0;
    }
}
