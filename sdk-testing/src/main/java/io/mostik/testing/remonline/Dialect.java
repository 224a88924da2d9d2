package io.mostik.testing.remonline;

import io.mostik.testing.Answer;
import io.mostik.testing.Refusal;
import io.mostik.testing.internal.Refusals;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What differs between v2 and the older generations: moments and the shapes of errors. */
enum Dialect implements Refusals {
    /** ISO dates without fractions of a second. */
    V2 {
        @Override
        Optional<Instant> instant(String text) {
            return iso(text);
        }

        @Override
        Instant shown(Instant exact) {
            return exact.truncatedTo(ChronoUnit.SECONDS);
        }

        @Override
        Answer invalid(Map<String, List<String>> problems) {
            return Answer.json(400, Map.of("message", "Validation error", "errors", problems));
        }

        @Override
        Answer unauthorized() {
            return Answer.json(401, Map.of("message", "Unauthorized"));
        }
    },
    /** Epoch milliseconds, {@code success} in every answer. */
    V1 {
        @Override
        Optional<Instant> instant(String text) {
            return text.matches("\\d{1,15}")
                    ? Optional.of(Instant.ofEpochMilli(Long.parseLong(text)))
                    : Optional.empty();
        }

        @Override
        Instant shown(Instant exact) {
            return exact;
        }

        @Override
        Answer invalid(Map<String, List<String>> problems) {
            return v1Failure(400, 400, Map.of("validation", problems));
        }

        @Override
        Answer unauthorized() {
            return v1Failure(401, 401, "Invalid API key");
        }
    };

    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");

    abstract Optional<Instant> instant(String text);

    /** Returns a moment as precise as this generation shows it. */
    abstract Instant shown(Instant exact);

    abstract Answer invalid(Map<String, List<String>> problems);

    abstract Answer unauthorized();

    @Override
    public Refusal unknown(String variable) {
        return notFound();
    }

    @Override
    public Refusal invalid(String name, String rule) {
        return new Refusal(invalid(Map.of(name, List.of(rule))));
    }

    /** Returns the refusal of something that is not there: plain text without any text. */
    static Refusal notFound() {
        return new Refusal(Answer.text(404, ""));
    }

    /** Returns the refusal of something this key has no rights to. */
    static Refusal forbidden() {
        return new Refusal(Answer.text(403, "Access denied"));
    }

    /** Returns a failure as the older generations write it; the message is a text or an object. */
    static Answer v1Failure(int status, int code, Object message) {
        return Answer.json(status, Map.of("success", false, "code", code, "message", message));
    }

    static Optional<Instant> iso(String text) {
        try {
            return ISO.matcher(text).matches() ? Optional.of(Instant.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
