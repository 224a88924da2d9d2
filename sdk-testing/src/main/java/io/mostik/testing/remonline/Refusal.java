package io.mostik.testing.remonline;

import io.mostik.testing.Answer;

/** Ends a request with an answer that says no. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    Refusal(Answer answer) {
        super("Refused with " + answer.status(), null, false, false);
        this.answer = answer;
    }

    /** Returns the refusal of something that is not there: plain text without any text. */
    static Refusal notFound() {
        return new Refusal(notFoundAnswer());
    }

    /** Returns the refusal of something this key has no rights to. */
    static Refusal forbidden() {
        return new Refusal(Answer.text(403, "Access denied"));
    }

    static Answer notFoundAnswer() {
        return Answer.text(404, "");
    }

    Answer answer() {
        return answer;
    }
}
