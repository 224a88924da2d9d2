package io.mostik.core;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The root of all failures of the SDK. Says which operation failed, where, whether it happened ({@link #outcome()}) and
 * what was tried.
 *
 * <pre>{@code
 * try {
 *     bank.limits().setSpend(card, limit);
 * } catch (SdkException e) {
 *     log.warn(e.getMessage());                          // safe to keep: what failed, whether it happened, what to do
 *     show(e.hint(Locale.forLanguageTag("ru")));         // for the person in front of the screen
 *     if (e.outcome() == Outcome.UNKNOWN) { ... }        // read the state back before trying again
 * }
 * }</pre>
 *
 * <p>Its message is one line for logs. It holds no credentials, no part of a body, no path or query of an address, and
 * of a vendor's words only those that by their form name nobody; host and port of the configured address may appear in
 * it. {@link ApiException#error()} holds all of the vendor's words. Survives Java serialisation with all its facts.
 */
public abstract sealed class SdkException extends RuntimeException
        permits TransportException, ApiException, DecodingException, WebhookException {

    private static final long serialVersionUID = 1L;

    private final FailureInfo failure;
    private final String text;

    @SuppressWarnings("serial") // a list that may be serialised
    private List<Attempt> attempts = List.of();

    private @Nullable Instant retryAt;
    private @Nullable String advice;

    SdkException(String text, FailureInfo failure, @Nullable Throwable cause) {
        super(text, cause);
        this.text = text;
        this.failure = Objects.requireNonNull(failure, "failure");
    }

    /** Returns the name of the endpoint that failed, such as {@code orders.get}. */
    public final String operation() {
        return failure.operation();
    }

    /** Returns whether the vendor has acted, as far as that is known. */
    public final Outcome outcome() {
        return failure.outcome();
    }

    /** Returns where the call stopped. */
    public final Phase phase() {
        return failure.phase();
    }

    /** Returns all facts of this failure in one value. */
    public final FailureInfo failure() {
        return failure;
    }

    /** Returns what was tried, in order; empty if the call never reached the first try. */
    public final List<Attempt> attempts() {
        return attempts;
    }

    /** Returns the id under which the vendor can find the call, if there is one. */
    public final Optional<String> requestId() {
        return failure.requestId();
    }

    /** Returns how long the vendor, or the limit, asks to wait. */
    public final Optional<Duration> retryAfter() {
        return failure.retryAfter();
    }

    /** Returns the earliest time at which the call makes sense again, if it is known. */
    public final Optional<Instant> retryAt() {
        return Optional.ofNullable(retryAt);
    }

    /**
     * Notes what was tried; for the pipeline.
     *
     * @param tried all tries so far
     * @return this exception
     */
    public final SdkException tried(List<Attempt> tried) {
        attempts = List.copyOf(tried);
        return this;
    }

    /**
     * Notes the earliest time of a new try; for the pipeline.
     *
     * @param earliest that time
     * @return this exception
     */
    public final SdkException retryAt(Instant earliest) {
        retryAt = Objects.requireNonNull(earliest, "earliest");
        return this;
    }

    /**
     * Returns whether it happened and what to do next, for the person in front of the screen.
     *
     * @param locale English, Russian, Hungarian or Polish; any other means English
     */
    public final String hint(Locale locale) {
        try {
            return Advice.whetherItHappened(this, locale) + " " + Advice.on(this, locale);
        } catch (RuntimeException | LinkageError e) {
            return failure.outcome().meaning();
        }
    }

    /**
     * Returns one line in English: operation, what went wrong, whether it happened, where it stopped, how often it was
     * tried, what to do next. Never fails: where the texts of advice are gone, as in a jar without resources or after
     * the class loader was closed, the line ends without one.
     */
    @Override
    public final String getMessage() {
        StringBuilder line = new StringBuilder(text.length() + 120);
        line.append(failure.operation()).append(": ").append(text);
        line.append(" [")
                .append(failure.outcome())
                .append(": ")
                .append(failure.outcome().meaning());
        line.append("; phase ").append(failure.phase());
        if (attempts.size() > 1) {
            line.append("; ").append(attempts.size()).append(" attempts");
        }
        if (retryAt != null) {
            line.append("; not before ").append(retryAt);
        }
        if (failure.requestId().isPresent()) {
            line.append("; request id ").append(failure.requestId().get());
        }
        return line.append("] ").append(advice()).toString().stripTrailing();
    }

    private String advice() {
        if (advice != null) {
            return advice;
        }
        try {
            return Advice.on(this, Locale.ENGLISH);
        } catch (RuntimeException | LinkageError e) {
            return "";
        }
    }

    /** The vendor's own advice does not travel; its English words do. */
    private void writeObject(ObjectOutputStream out) throws IOException {
        advice = advice();
        out.defaultWriteObject();
    }
}
