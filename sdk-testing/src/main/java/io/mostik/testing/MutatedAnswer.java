package io.mostik.testing;

/**
 * An answer after a mutation.
 *
 * @param mutation what was done
 * @param place where, as a JSON pointer; {@code /} is the whole answer
 * @param answer what the client gets
 */
public record MutatedAnswer(AnswerMutation mutation, String place, Answer answer) {

    /** Returns mutation and place; never a value of the vendor's. */
    @Override
    public String toString() {
        return mutation + " " + place;
    }
}
