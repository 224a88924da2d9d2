package io.mostik.testing;

import static java.util.Objects.requireNonNull;

/** Ends a request with an error answer. A {@link RequestHandler} throws it before it has done anything. */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    /** Makes a refusal with this answer. */
    public Refusal(Answer answer) {
        super("Refused with " + answer.status(), null, false, false);
        this.answer = requireNonNull(answer, "answer");
    }

    /** Returns what the client gets. */
    public Answer answer() {
        return answer;
    }
}
