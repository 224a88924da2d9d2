package io.mostik.core.http;

import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.TimeSource;
import io.mostik.core.TransportException;
import io.mostik.core.http.CallListener.Wait.Reason;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The last station before the wire: a request leaves once it has everything it needs at the same moment - a place among
 * the calls in flight, a connection, and its turn by the limits of the endpoint and of the credential. Everything that
 * leaves passes here, repeats and log-ins included. What a call waits for longest comes first and the turn is settled
 * last, with the connection in hand, so that no wait comes between a turn and its use. A wait that would pass the
 * deadline fails at once instead. Thread-safe.
 */
final class AdmissionGate implements Transport {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final long LONGEST_IN_HAND = 1_000_000_000;

    private final Transport next;
    private final Limits limits;
    private final ListenerNotifier listening;
    private final TimeSource time;
    private final Map<String, List<RateGovernor>> governors = new ConcurrentHashMap<>();

    /**
     * What the gate keeps to.
     *
     * @param source where the governors come from, which all clients of a credential share
     * @param ofCredential the limit of the credential
     * @param shared the limit that several processes keep together
     * @param connections connections to the host; none where the embedder brings the wire
     * @param longestHold longest pause that one refusal imposes on all calls of the credential
     */
    record Limits(
            LimitSource source,
            RateLimit ofCredential,
            RateGate shared,
            Optional<Permits> connections,
            Duration longestHold) {}

    /** Where the shared governors come from. */
    interface LimitSource {
        RateGovernor governor(String scope, RateLimit limit);
    }

    AdmissionGate(Transport next, Limits limits, ListenerNotifier listening, TimeSource time) {
        this.next = next;
        this.limits = limits;
        this.listening = listening;
        this.time = time;
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        List<RateGovernor> all = governors(request);
        Deque<Permits> held = new ArrayDeque<>(3);
        @Nullable Departure departure = null;
        try {
            for (RateGovernor governor : all) {
                enter(request, governor.inFlight(), Reason.IN_FLIGHT, held);
                awaitTurn(request, governor);
            }
            enter(request, limits.connections(), Reason.CONNECTION, held);
            departure = depart(request, all, held);
            if (limits.connections().isEmpty()) {
                departure.left();
            }
            if (request.isLate()) {
                throw JdkFailures.tooLate(request);
            }
            ApiResponse response = next.send(request.departing(departure));
            learn(request, all, response);
            return response;
        } finally {
            if (departure != null) {
                departure.left();
            }
            held.forEach(Permits::release);
        }
    }

    private List<RateGovernor> governors(ApiRequest request) {
        List<RateGovernor> known = governors.get(request.operation());
        return known != null ? known : governors.computeIfAbsent(request.operation(), operation -> find(request));
    }

    /** The endpoint's own limit first: what waits for it must not use up turns of the others. */
    private List<RateGovernor> find(ApiRequest request) {
        RateLimit own = request.plan().endpoint().limit();
        RateGovernor credential = limits.source().governor("*", limits.ofCredential());
        return own.limitsNothing()
                ? List.of(credential)
                : List.of(limits.source().governor(request.operation(), own), credential);
    }

    private void enter(ApiRequest request, Optional<Permits> permits, Reason reason, Deque<Permits> held) {
        if (permits.isEmpty()) {
            return;
        }
        try {
            if (!permits.get().acquire(0)) {
                long start = time.nanoTime();
                if (!permits.get().acquire(Math.max(request.deadline().remainingNanos(), 0))) {
                    throw noTurn(request, reason.refusal(), Optional.empty());
                }
                told(request, reason, time.nanoTime() - start);
            }
            held.push(permits.get());
        } catch (InterruptedException e) {
            throw interrupted(request, e);
        }
    }

    private void awaitTurn(ApiRequest request, RateGovernor governor) {
        Optional<Duration> turn = governor.takeTurn(request.deadline().remaining());
        if (turn.isEmpty()) {
            throw noTurn(request, Reason.RATE_LIMIT.refusal(), Optional.of(governor.untilNextTurn()));
        }
        if (!turn.get().isZero()) {
            pause(request, Nanos.of(turn.get()));
        }
    }

    /**
     * Claims the turn where all limits agree; most calls do not wait here, as they come when their turns do. Who has to wait
     * for long, as after a refusal, gives the connection back meanwhile: other credentials of the host have their turns.
     */
    private Departure depart(ApiRequest request, List<RateGovernor> all, Deque<Permits> held) {
        Departure departure = new Departure(time);
        long wait = RateGovernor.claim(all, departure, time.nanoTime());
        while (wait > 0) {
            boolean isLong = wait > LONGEST_IN_HAND && limits.connections().isPresent();
            if (isLong) {
                held.pop().release();
            }
            pause(request, wait);
            if (isLong) {
                enter(request, limits.connections(), Reason.CONNECTION, held);
            }
            departure = departure.again();
            wait = RateGovernor.claim(all, departure, time.nanoTime());
        }
        for (long more = ask(request); more > 0; more = ask(request)) {
            pause(request, more);
        }
        return departure;
    }

    private long ask(ApiRequest request) {
        try {
            return Nanos.of(limits.shared().enter(request.operation()));
        } catch (RuntimeException e) {
            throw new TransportException(
                    "the shared rate gate failed",
                    FailureInfo.temporary(request.operation(), Outcome.NOT_SENT, Phase.PREPARE),
                    e);
        }
    }

    private void pause(ApiRequest request, long nanos) {
        if (nanos >= request.deadline().remainingNanos()) {
            throw noTurn(request, Reason.RATE_LIMIT.refusal(), Optional.of(Duration.ofNanos(nanos)));
        }
        told(request, Reason.RATE_LIMIT, nanos);
        try {
            time.sleep(Duration.ofNanos(nanos));
        } catch (InterruptedException e) {
            throw interrupted(request, e);
        }
    }

    private void learn(ApiRequest request, List<RateGovernor> all, ApiResponse response) {
        if (response.status() != TOO_MANY_REQUESTS) {
            all.forEach(RateGovernor::accepted);
            return;
        }
        Duration asked = RetryAfter.of(response, time).orElse(Duration.ZERO);
        Duration hold = asked.compareTo(limits.longestHold()) > 0 ? limits.longestHold() : asked;
        all.forEach(governor -> governor.refused(hold));
        if (!hold.isZero()) {
            all.get(all.size() - 1).holdBack(hold);
        }
        limits.shared().refused(request.operation(), asked);
    }

    private void told(ApiRequest request, Reason reason, long nanos) {
        listening.waiting(new CallListener.Wait(request.operation(), reason, Duration.ofNanos(nanos)));
    }

    private TransportException noTurn(ApiRequest request, String text, Optional<Duration> wait) {
        FailureInfo failure = FailureInfo.lasting(request.operation(), Outcome.NOT_SENT, Phase.WAIT)
                .withRetryAfter(wait);
        return new TransportException(text, failure, null);
    }

    private static TransportException interrupted(ApiRequest request, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new TransportException(
                "interrupted while waiting for a turn",
                FailureInfo.cancelled(request.operation(), Outcome.NOT_SENT, Phase.WAIT),
                cause);
    }
}
