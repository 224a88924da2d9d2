package io.mostik.testing.remonline;

import io.mostik.testing.Answer;
import io.mostik.testing.Refusal;

/** How every generation refuses what is not there, or not for this key. */
final class Refusals {

    private Refusals() {}

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
}
