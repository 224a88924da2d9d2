package io.mostik.bridge.server;

import io.mostik.core.Outcome;
import io.mostik.core.TimeSource;
import io.mostik.core.http.CallListener;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the calls of one connection came to, in this process since its start; nothing is asked for it. Thread-safe.
 */
final class ConnectionCalls implements CallListener {

    private static final int REFUSED = 401;
    private static final int SERVER_ERROR = 500;

    private final TimeSource time;
    private final Map<String, Long> outcomes = new TreeMap<>();
    private Optional<Answer> last = Optional.empty();
    private Instant slowUntil = Instant.EPOCH;

    ConnectionCalls(TimeSource time) {
        this.time = time;
        outcomes.put("done", 0L);
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(word(outcome), 0L);
        }
    }

    /** How a vendor answered. */
    enum Kind {
        /** With what was asked for, or a refusal of its content. */
        ANSWERED,
        /** That the key is refused. */
        KEY_REFUSED,
        /** That it has a failure of its own. */
        FAILED,
        /** Not at all. */
        SILENT
    }

    /**
     * The last answers of one kind in a row.
     *
     * @param kind what it was
     * @param since when the first of them came
     * @param at when the last of them came
     */
    record Answer(Kind kind, Instant since, Instant at) {}

    @Override
    public synchronized void onExchange(Exchange exchange) {
        Kind kind = kind(exchange);
        Instant now = time.now();
        Instant since =
                last.filter(before -> before.kind() == kind).map(Answer::since).orElse(now);
        last = Optional.of(new Answer(kind, since, now));
    }

    @Override
    public synchronized void onWait(Wait wait) {
        if (wait.reason() == Wait.Reason.RATE_LIMIT) {
            Instant until = time.now().plus(wait.pause());
            slowUntil = until.isAfter(slowUntil) ? until : slowUntil;
        }
    }

    @Override
    public synchronized void onCall(Finished finished) {
        outcomes.merge(finished.failure().map(ConnectionCalls::word).orElse("done"), 1L, Long::sum);
    }

    /** Returns how many calls ended so, by the word of the outcome. */
    synchronized Map<String, Long> outcomes() {
        return Map.copyOf(outcomes);
    }

    /** Returns the last answer; empty if nothing was asked since the start. */
    synchronized Optional<Answer> last() {
        return last;
    }

    /** Returns until when calls are held back, by our limit or since the vendor asked for a pause. */
    synchronized Optional<Instant> slowUntil() {
        return slowUntil.isAfter(time.now()) ? Optional.of(slowUntil) : Optional.empty();
    }

    private static Kind kind(Exchange exchange) {
        if (exchange.status().isEmpty()) {
            return Kind.SILENT;
        }
        int status = exchange.status().getAsInt();
        if (status == REFUSED) {
            return Kind.KEY_REFUSED;
        }
        return status >= SERVER_ERROR ? Kind.FAILED : Kind.ANSWERED;
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
