package io.mostik.micrometer;

import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import io.mostik.core.http.CallListener;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a call while it is observed; for an {@link io.micrometer.observation.ObservationConvention} or a handler
 * of your own. Belongs to one thread.
 */
public final class CallContext extends SenderContext<Map<String, String>> {

    private final String client;
    private final CallListener.Started started;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private Optional<End> end = Optional.empty();

    CallContext(String client, CallListener.Started started) {
        super(
                (carrier, name, value) -> Objects.requireNonNull(carrier).put(name.toLowerCase(Locale.ROOT), value),
                Kind.CLIENT);
        this.client = client;
        this.started = started;
        setCarrier(headers);
        setRemoteServiceName(client);
    }

    /** Returns which client calls. */
    public String client() {
        return client;
    }

    /** Returns what is called. */
    public CallListener.Started started() {
        return started;
    }

    /** Returns how the call ended; empty while it is under way. */
    public Optional<End> end() {
        return end;
    }

    Map<String, String> headers() {
        return headers;
    }

    void end(End newEnd) {
        end = Optional.of(newEnd);
    }

    /**
     * How a call ended.
     *
     * @param outcome {@code DONE}, or the {@link io.mostik.core.Outcome} of its failure
     * @param attempts how often it was tried
     * @param requestId id under which the vendor can find it
     */
    public record End(String outcome, int attempts, Optional<String> requestId) {}
}
