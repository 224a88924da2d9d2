package io.mostik.core;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a vendor said when it refused. Vendors add codes here, not exception classes. Immutable.
 *
 * @param status HTTP status of the answer; vendors also report errors with 200
 * @param code the vendor's own code, or an empty text
 * @param message the vendor's own words, or an empty text; may name people
 * @param details further words by property name, such as field errors; in the vendor's order
 * @param kind how callers act on it
 * @param outcome whether the vendor acted
 */
@SuppressWarnings("serial") // the copy of the details may be serialised
public record ApiError(int status, String code, String message, Map<String, String> details, Kind kind, Outcome outcome)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** How a caller acts on an error. */
    public enum Kind {
        /** Fix the credentials or the rights. */
        AUTH,
        /** The vendor does not know the object. */
        NOT_FOUND,
        /** Come back later: too many calls. Not processed. */
        THROTTLED,
        /** Come back later for another reason. */
        TEMPORARY,
        /** Fix the request, or ask the vendor. */
        OTHER
    }

    /** Keeps an unmodifiable copy of the details, in their order. */
    public ApiError {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(outcome, "outcome");
    }

    /** Returns an error whose kind and outcome follow from the HTTP status. */
    public static ApiError of(int status, String code, String message) {
        return new ApiError(status, code, message, Map.of(), kindOf(status), outcomeOf(status));
    }

    /** Returns this error as another kind; the outcome follows where the kind implies it. */
    public ApiError as(Kind newKind) {
        Outcome newOutcome = newKind == Kind.THROTTLED ? Outcome.REJECTED : outcome;
        return new ApiError(status, code, message, details, newKind, newOutcome);
    }

    /** Returns this error with another outcome, where the vendor's document says more than the status. */
    public ApiError as(Outcome newOutcome) {
        return new ApiError(status, code, message, details, kind, newOutcome);
    }

    /** Returns this error with further words by property name. */
    public ApiError with(Map<String, String> newDetails) {
        return new ApiError(status, code, message, newDetails, kind, outcome);
    }

    /** Returns this error with another text. */
    public ApiError withMessage(String newMessage) {
        return new ApiError(status, code, newMessage, details, kind, outcome);
    }

    /** Returns whether the same call may succeed later without a change. */
    public boolean temporary() {
        return kind == Kind.THROTTLED || kind == Kind.TEMPORARY;
    }

    private static Kind kindOf(int status) {
        return switch (status) {
            case 401, 403 -> Kind.AUTH;
            case 404, 410 -> Kind.NOT_FOUND;
            case 429 -> Kind.THROTTLED;
            case 408, 423, 425 -> Kind.TEMPORARY;
            case 501, 505 -> Kind.OTHER;
            default -> status >= 500 ? Kind.TEMPORARY : Kind.OTHER;
        };
    }

    /** A redirect after a write may mean "done, look there"; a gateway may have passed the request on. */
    private static Outcome outcomeOf(int status) {
        boolean open = status == 302 || status == 303 || status == 408;
        boolean refusedByServer = status == 501 || status == 505;
        boolean silent = status >= 500 && !refusedByServer;
        return open || silent ? Outcome.UNKNOWN : Outcome.REJECTED;
    }
}
