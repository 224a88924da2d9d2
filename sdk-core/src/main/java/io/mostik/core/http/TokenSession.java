package io.mostik.core.http;

import io.mostik.core.ApiException;
import io.mostik.core.DecodingException;
import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.SdkException;
import io.mostik.core.Secret;
import io.mostik.core.StateStoreException;
import io.mostik.core.TimeSource;
import io.mostik.core.TransportException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Credentials that are obtained by a log-in and expire. Thread-safe.
 *
 * <pre>{@code
 * Authorizer session = new TokenSession(
 *         account,
 *         (deadline, previous) -> tokenOf(api.call(LOGIN).within(deadline).send()),
 *         (request, token) -> request.withHeader("X-Token", token),
 *         answer -> answer.status() == 401,
 *         time);
 * }</pre>
 *
 * <ul>
 * <li>One log-in serves all threads. It happens five minutes before the end; if it fails while the old token is still
 *     good, the old one is used.
 * <li>A log-in that the vendor answered is not repeated for half a minute: a wrong password does not lock the account,
 *     and a token that is refused at once, or has ended when it comes, does not loop. Until then refused credentials
 *     an answer without a usable token, and a token that is refused, are every caller's failure;
 *     {@link SdkException#retryAt()} says when the next log-in may be. A token that seems to have ended when it came is used nevertheless: the clock here may be
 *     ahead.
 * <li>A log-in that ended by its caller's deadline, an interrupt or a lost connection is nobody else's failure: the
 *     next caller logs in.
 * </ul>
 */
public final class TokenSession implements Authorizer {

    private static final Duration EARLY = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOGINS = Duration.ofSeconds(30);

    private final Login login;
    private final Placement placement;
    private final Object identity;
    private final Predicate<ApiResponse> refusal;
    private final TimeSource time;
    private final ReentrantLock lock = new ReentrantLock(true);
    private volatile @Nullable Token token;
    private volatile @Nullable Long lastLogin;
    private @Nullable SdkException lastFailure;

    /**
     * Creates a session without a token.
     *
     * @param identity identifies the credential
     * @param login gets a token; its own client, limits and repeats apply
     * @param placement puts the token where the vendor wants it
     * @param refusal whether an answer says that the token has ended
     * @param time the clock
     */
    public TokenSession(
            Object identity, Login login, Placement placement, Predicate<ApiResponse> refusal, TimeSource time) {
        this.identity = Objects.requireNonNull(identity, "identity");
        this.login = Objects.requireNonNull(login, "login");
        this.placement = Objects.requireNonNull(placement, "placement");
        this.refusal = Objects.requireNonNull(refusal, "refusal");
        this.time = Objects.requireNonNull(time, "time");
    }

    /**
     * What a log-in brought.
     *
     * @param value the token
     * @param expiresAt its end, if it is known
     */
    public record Token(Secret value, Optional<Instant> expiresAt) {}

    /** Gets a token. */
    @FunctionalInterface
    public interface Login {

        /**
         * Logs in, or renews.
         *
         * @param deadline the end of the call that needs the token
         * @param previous the token so far
         */
        Token login(Deadline deadline, Optional<Token> previous);
    }

    /** Puts a token into a request. */
    @FunctionalInterface
    public interface Placement {

        /** Returns the request with the token. */
        ApiRequest place(ApiRequest request, Secret token);
    }

    @Override
    public ApiRequest authorize(ApiRequest request) {
        Token current = token;
        if (current == null
                || endsWithin(current, Duration.ZERO)
                || (endsWithin(current, EARLY) && !loggedInLately())) {
            current = renew(request, current, Outcome.NOT_SENT);
        }
        return placement.place(request, current.value()).hiding(current.value());
    }

    @Override
    public boolean renewed(ApiRequest refused, ApiResponse answer) {
        if (!refusal.test(answer)) {
            return false;
        }
        // In this order: after a log-in of this moment, the token that is read here is its token.
        boolean loggedInLately = loggedInLately();
        Token current = token;
        if (current == null || !refused.carries(current.value())) {
            return true;
        }
        if (loggedInLately) {
            return false;
        }
        renew(refused, new Token(current.value(), Optional.of(Instant.EPOCH)), Outcome.REJECTED);
        return true;
    }

    @Override
    public Optional<Duration> untilRenewal(ApiRequest refused, ApiResponse answer) {
        return refusal.test(answer) ? Optional.of(untilNextLogin()).filter(wait -> !wait.isZero()) : Optional.empty();
    }

    @Override
    public Object identity() {
        return identity;
    }

    /** The second caller finds the work done. A token that the vendor refused comes in as one that has ended. */
    private Token renew(ApiRequest request, @Nullable Token old, Outcome outcomeOfCall) {
        lock(request, outcomeOfCall);
        try {
            Token current = token;
            if (current != null && (old == null || !current.value().equals(old.value()))) {
                return current;
            }
            SdkException failure = lastFailure;
            if (loggedInLately() && failure != null) {
                return orElseFail(old, request, failure, outcomeOfCall);
            }
            if (loggedInLately() && current != null) {
                return current;
            }
            return logIn(request, old, outcomeOfCall);
        } finally {
            lock.unlock();
        }
    }

    private Token logIn(ApiRequest request, @Nullable Token old, Outcome outcomeOfCall) {
        try {
            Token fresh = login.login(request.deadline(), Optional.ofNullable(old));
            token = fresh;
            answered(null);
            return fresh;
        } catch (SdkException e) {
            if (isAnswer(e)) {
                answered(e);
            }
            return orElseFail(old, request, e, outcomeOfCall);
        } catch (StateStoreException e) { // of a vault: says nothing about the credentials
            if (old == null || endsWithin(old, Duration.ZERO)) {
                throw e;
            }
            return old;
        } catch (RuntimeException e) {
            DecodingException unusable = new DecodingException(
                    "the log-in brought no usable token (" + e.getClass().getSimpleName() + ")",
                    FailureInfo.lasting(request.operation(), outcomeOfCall, Phase.DECODE));
            answered(unusable);
            return orElseFail(old, request, unusable, outcomeOfCall);
        }
    }

    private void answered(@Nullable SdkException failure) {
        lastFailure = failure;
        lastLogin = time.nanoTime();
    }

    /** Returns whether the vendor refused the credentials, or answered what can be no token. */
    private static boolean isAnswer(SdkException failure) {
        boolean refused = failure instanceof ApiException
                && failure.outcome() == Outcome.REJECTED
                && !failure.failure().temporary();
        return refused || failure instanceof DecodingException;
    }

    private boolean loggedInLately() {
        return !untilNextLogin().isZero();
    }

    private Duration untilNextLogin() {
        Long last = lastLogin;
        long left = last == null ? 0 : BETWEEN_LOGINS.toNanos() - (time.nanoTime() - last);
        return Duration.ofNanos(Math.max(0, left));
    }

    private Token orElseFail(@Nullable Token old, ApiRequest request, SdkException failure, Outcome outcome) {
        if (old != null && !endsWithin(old, Duration.ZERO)) {
            return old;
        }
        throw isAnswer(failure) ? shared(request, failure, outcome) : own(request, failure, outcome);
    }

    /** What the vendor answered stays true until the next log-in. */
    private SdkException shared(ApiRequest request, SdkException failure, Outcome outcome) {
        Duration wait = untilNextLogin();
        FailureInfo facts = FailureInfo.lasting(request.operation(), outcome, Phase.DECODE)
                .withRetryAfter(failure.retryAfter().or(() -> Optional.of(wait)))
                .withRequestId(failure.requestId());
        SdkException shown = failure instanceof ApiException refused
                ? ApiException.of(refused.error().as(outcome), facts)
                : new DecodingException("no access token: " + failure.getMessage(), facts);
        return shown.retryAt(time.now().plus(wait));
    }

    /** A log-in that may have happened is not repeated: a refresh token can be used once. */
    private static SdkException own(ApiRequest request, SdkException failure, Outcome outcome) {
        boolean didNotHappen = failure.outcome() == Outcome.NOT_SENT || failure.outcome() == Outcome.REJECTED;
        FailureInfo facts = failure.failure().cancelled()
                ? FailureInfo.cancelled(request.operation(), outcome, failure.phase())
                : new FailureInfo(
                        request.operation(),
                        outcome,
                        failure.phase(),
                        failure.failure().temporary() && didNotHappen,
                        false,
                        failure.retryAfter(),
                        failure.requestId());
        if (failure instanceof ApiException refused) {
            return ApiException.of(refused.error().as(outcome), facts);
        }
        return new TransportException("no access token: " + failure.getMessage(), facts, failure);
    }

    private void lock(ApiRequest request, Outcome outcome) {
        try {
            if (!lock.tryLock(request.deadline().remainingNanos(), TimeUnit.NANOSECONDS)) {
                throw new TransportException(
                        "no access token before the deadline",
                        FailureInfo.lasting(request.operation(), outcome, Phase.WAIT),
                        null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException(
                    "interrupted while waiting for an access token",
                    FailureInfo.cancelled(request.operation(), outcome, Phase.WAIT),
                    e);
        }
    }

    private boolean endsWithin(Token candidate, Duration margin) {
        return candidate
                .expiresAt()
                .filter(end -> !end.isAfter(time.now().plus(margin)))
                .isPresent();
    }
}
