package io.mostik.testing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/**
 * Every request a simulator received, in the order of arrival, kept until {@link #clear}. Thread-safe.
 *
 * <p>A request that a fault refused is here too; {@link #acted()} tells which ones reached the vendor's handler.
 */
public final class Journal {

    private final List<RecordedRequest> all = new ArrayList<>();
    private final Set<Long> acted = new HashSet<>();
    private long received;

    Journal() {}

    /** Returns every request. */
    public synchronized List<RecordedRequest> all() {
        return List.copyOf(all);
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
        if (all.isEmpty()) {
            throw new AssertionError("Expected a request, received none");
        }
        return all.get(all.size() - 1);
    }

    /** Returns the requests that the vendor's handler executed, whether or not their answer arrived. */
    public synchronized List<RecordedRequest> acted() {
        return all.stream().filter(this::acted).toList();
    }

    /** Returns whether the vendor's handler executed this request. */
    public synchronized boolean acted(RecordedRequest request) {
        return acted.contains(request.number());
    }

    /** Forgets everything; numbers go on. */
    public synchronized void clear() {
        all.clear();
        acted.clear();
    }

    /** Returns one line a request, without a value of any parameter or header. */
    @Override
    public String toString() {
        return all().stream()
                .map(request -> request + (acted(request) ? "" : " (not executed)"))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    synchronized RecordedRequest record(LongFunction<RecordedRequest> numbered) {
        received++;
        RecordedRequest request = numbered.apply(received);
        all.add(request);
        return request;
    }

    synchronized void markActed(RecordedRequest request) {
        acted.add(request.number());
    }
}
