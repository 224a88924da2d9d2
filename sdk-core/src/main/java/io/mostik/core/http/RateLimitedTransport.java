package io.mostik.core.http;

import io.mostik.core.Failure;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.TimeSource;
import io.mostik.core.TransportException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Holds calls back as the vendor's limits ask: the one of the credential, then the one of the endpoint. Everything that
 * leaves passes here, repeats and log-ins included. A wait that would pass the deadline fails at once instead.
 */
final class RateLimitedTransport implements Transport {

    private static final int TOO_MANY_REQUESTS = 429;

    private final Transport next;
    private final RateLimit clientLimit;
    private final LimitSource limits;
    private final Listening listening;
    private final TimeSource time;
    private final Map<String, List<RateGovernor>> governors = new ConcurrentHashMap<>();

    /** Where the shared governors come from. */
    interface LimitSource {
        RateGovernor governor(String scope, RateLimit limit);
    }

    RateLimitedTransport(
            Transport next, RateLimit clientLimit, LimitSource limits, Listening listening, TimeSource time) {
        this.next = next;
        this.clientLimit = clientLimit;
        this.limits = limits;
        this.listening = listening;
        this.time = time;
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        return pass(request, governors.computeIfAbsent(request.operation(), operation -> find(request)), 0);
    }

    private List<RateGovernor> find(ApiRequest request) {
        RateLimit own = request.plan().endpoint().limit();
        Optional<RateGovernor> client =
                clientLimit.limitsNothing() ? Optional.empty() : Optional.of(limits.governor("*", clientLimit));
        Optional<RateGovernor> endpoint =
                own.limitsNothing() ? Optional.empty() : Optional.of(limits.governor(request.operation(), own));
        return Stream.concat(client.stream(), endpoint.stream()).toList();
    }

    private ApiResponse pass(ApiRequest request, List<RateGovernor> all, int index) {
        if (index == all.size()) {
            return next.send(request);
        }
        RateGovernor governor = all.get(index);
        Optional<Semaphore> inFlight = governor.inFlight();
        if (inFlight.isPresent()) {
            enter(request, inFlight.get());
        }
        try {
            awaitTurn(request, governor);
            ApiResponse response = pass(request, all, index + 1);
            if (response.status() == TOO_MANY_REQUESTS) {
                governor.refused();
            } else {
                governor.accepted();
            }
            return response;
        } finally {
            if (inFlight.isPresent()) {
                inFlight.get().release();
            }
        }
    }

    /** Asks with a time even where none is to be lost: without one, a newcomer would pass those who wait. */
    private void enter(ApiRequest request, Semaphore inFlight) {
        long start = time.nanoTime();
        try {
            if (inFlight.tryAcquire(0, TimeUnit.NANOSECONDS)) {
                return;
            }
            if (!inFlight.tryAcquire(request.deadline().remainingNanos(), TimeUnit.NANOSECONDS)) {
                throw noTurn(request, "no call in flight ended before the deadline", Optional.empty());
            }
        } catch (InterruptedException e) {
            throw interrupted(request, e);
        }
        listening.waiting(new CallListener.Wait(
                request.operation(), CallListener.Wait.Reason.IN_FLIGHT, Duration.ofNanos(time.nanoTime() - start)));
    }

    private void awaitTurn(ApiRequest request, RateGovernor governor) {
        Optional<Duration> turn = governor.takeTurn(request.deadline().remaining());
        if (turn.isEmpty()) {
            Duration wait = governor.untilNextTurn();
            throw noTurn(request, "the rate limit gives no turn before the deadline", Optional.of(wait));
        }
        if (turn.get().isZero()) {
            return;
        }
        listening.waiting(new CallListener.Wait(request.operation(), CallListener.Wait.Reason.RATE_LIMIT, turn.get()));
        try {
            time.sleep(turn.get());
        } catch (InterruptedException e) {
            throw interrupted(request, e);
        }
    }

    private TransportException noTurn(ApiRequest request, String text, Optional<Duration> wait) {
        Failure failure = Failure.lasting(request.operation(), Outcome.NOT_SENT, Phase.WAIT)
                .withRetryAfter(wait);
        TransportException exception = new TransportException(text, failure, null);
        wait.ifPresent(duration -> exception.retryAt(time.now().plus(duration)));
        return exception;
    }

    private static TransportException interrupted(ApiRequest request, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new TransportException(
                "interrupted while waiting for a turn",
                Failure.cancelled(request.operation(), Outcome.NOT_SENT, Phase.WAIT),
                cause);
    }
}
