package io.mostik.testing.program;

import java.util.Map;

/** A request to the control API that cannot be done; says why in its message. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Map<String, Object> details;

    Refused(int status, String message) {
        this(status, message, Map.of());
    }

    Refused(int status, String message, Map<String, Object> details) {
        super(message);
        this.status = status;
        this.details = details;
    }

    /** Returns a 422 about what was sent. */
    static Refused invalid(String message) {
        return new Refused(422, message);
    }

    String why() {
        return String.valueOf(getMessage());
    }

    int status() {
        return status;
    }

    Map<String, Object> details() {
        return details;
    }
}
