package io.mostik.core.http;

import io.mostik.core.Effect;
import io.mostik.core.json.JsonType;
import io.mostik.core.json.NoAnswer;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What a vendor offers at one path. The effect is said first and has no default: ask what happens if the vendor does it
 * twice. A constant of the API class; immutable and thread-safe.
 *
 * @param <T> what the answer is read as
 */
public final class Endpoint<T> {

    private final String operation;
    private final Effect effect;
    private final String method;
    private final PathTemplate path;
    private final String template;
    private final JsonType<T> answer;
    private final RateLimit limit;
    private final Optional<Duration> deadline;
    private final boolean confidential;
    private final boolean perItem;

    private Endpoint(
            String operation,
            Effect effect,
            String method,
            String template,
            PathTemplate path,
            JsonType<T> answer,
            RateLimit limit,
            Optional<Duration> deadline,
            boolean confidential,
            boolean perItem) {
        this.operation = operation;
        this.effect = effect;
        this.method = method;
        this.template = template;
        this.path = path;
        this.answer = answer;
        this.limit = limit;
        this.deadline = deadline;
        this.confidential = confidential;
        this.perItem = perItem;
    }

    /** Returns an endpoint with the effect {@link Effect#READ}: it changes nothing. */
    public static <T> Endpoint<T> read(String operation, String method, String path, JsonType<T> answer) {
        return of(Effect.READ, operation, method, path, answer);
    }

    /** Returns an endpoint with the effect {@link Effect#READ}: it changes nothing. */
    public static <T> Endpoint<T> read(String operation, String method, String path, Class<T> answer) {
        return read(operation, method, path, JsonType.of(answer));
    }

    /** Returns an endpoint with the effect {@link Effect#REPEATABLE}: done twice, it leaves the same state. */
    public static <T> Endpoint<T> repeatable(String operation, String method, String path, JsonType<T> answer) {
        return of(Effect.REPEATABLE, operation, method, path, answer);
    }

    /** Returns an endpoint with the effect {@link Effect#REPEATABLE}: done twice, it leaves the same state. */
    public static <T> Endpoint<T> repeatable(String operation, String method, String path, Class<T> answer) {
        return repeatable(operation, method, path, JsonType.of(answer));
    }

    /** Returns an endpoint with the effect {@link Effect#REPEATABLE} whose answer holds nothing. */
    public static Endpoint<NoAnswer> repeatable(String operation, String method, String path) {
        return repeatable(operation, method, path, NoAnswer.class);
    }

    /** Returns an endpoint with the effect {@link Effect#ONCE}: it must not happen twice. */
    public static <T> Endpoint<T> once(String operation, String method, String path, JsonType<T> answer) {
        return of(Effect.ONCE, operation, method, path, answer);
    }

    /** Returns an endpoint with the effect {@link Effect#ONCE}: it must not happen twice. */
    public static <T> Endpoint<T> once(String operation, String method, String path, Class<T> answer) {
        return once(operation, method, path, JsonType.of(answer));
    }

    /** Returns an endpoint with the effect {@link Effect#ONCE} whose answer holds nothing. */
    public static Endpoint<NoAnswer> once(String operation, String method, String path) {
        return once(operation, method, path, NoAnswer.class);
    }

    /** Returns an endpoint with an effect that is known at run time only. */
    public static <T> Endpoint<T> of(Effect effect, String operation, String method, String path, JsonType<T> answer) {
        return new Endpoint<>(
                Objects.requireNonNull(operation, "operation"),
                Objects.requireNonNull(effect, "effect"),
                Objects.requireNonNull(method, "method"),
                path,
                new PathTemplate(path),
                Objects.requireNonNull(answer, "answer"),
                RateLimit.none(),
                Optional.empty(),
                false,
                false);
    }

    /** Returns this endpoint with a limit of its own, beside that of the credential. */
    public Endpoint<T> limit(RateLimit newLimit) {
        return new Endpoint<>(
                operation, effect, method, template, path, answer, newLimit, deadline, confidential, perItem);
    }

    /**
     * Returns this endpoint with a deadline of its own, in place of the client's unless that was set to less than
     * usual.
     */
    public Endpoint<T> deadline(Duration newDeadline) {
        if (newDeadline.isZero() || newDeadline.isNegative()) {
            throw new IllegalArgumentException("deadline must be positive");
        }
        return new Endpoint<>(
                operation,
                effect,
                method,
                template,
                path,
                answer,
                limit,
                Optional.of(newDeadline),
                confidential,
                perItem);
    }

    /** Returns this endpoint marked so that no part of its answer appears in an exception, as for card numbers. */
    public Endpoint<T> confidential() {
        return new Endpoint<>(operation, effect, method, template, path, answer, limit, deadline, true, perItem);
    }

    /**
     * Returns this endpoint marked as one whose answer tells success or failure for each item, as of a batch. Its status proves
     * nothing for a single item: where the answer is lost, the outcome is UNKNOWN.
     */
    public Endpoint<T> perItem() {
        return new Endpoint<>(operation, effect, method, template, path, answer, limit, deadline, confidential, true);
    }

    /** Returns the name, such as {@code orders.get}; it appears in messages and metrics. */
    public String operation() {
        return operation;
    }

    /** Returns what a call does at the vendor. */
    public Effect effect() {
        return effect;
    }

    /** Returns the HTTP verb. */
    public String method() {
        return method;
    }

    /** Returns the path with its variables in braces. */
    public String path() {
        return template;
    }

    /** Returns what the answer is read as. */
    public JsonType<T> answer() {
        return answer;
    }

    /** Returns the limit of this endpoint. */
    public RateLimit limit() {
        return limit;
    }

    Optional<Duration> deadline() {
        return deadline;
    }

    boolean isPerItem() {
        return perItem;
    }

    boolean isConfidential() {
        return confidential;
    }

    PathTemplate template() {
        return path;
    }

    @Override
    public String toString() {
        return operation + " (" + effect + " " + method + " " + template + ")";
    }
}
