package io.mostik.testing.salesautopilot;

import io.mostik.testing.Answer;

/** A request that is refused with a status; the body is text that nobody should parse. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    private Refusal(int status, String message) {
        super(message);
        this.status = status;
    }

    static Refusal unauthorized() {
        return new Refusal(401, "wrong user name or password");
    }

    static Refusal wrongParameters(String message) {
        return new Refusal(406, "wrong parameters: " + message);
    }

    static Refusal methodNotAllowed() {
        return new Refusal(405, "method not allowed");
    }

    static Refusal parallel() {
        return new Refusal(429, "parallel requests are forbidden");
    }

    Answer answer() {
        return Answer.text(status, String.valueOf(getMessage()));
    }
}
