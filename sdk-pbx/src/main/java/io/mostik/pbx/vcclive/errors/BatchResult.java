package io.mostik.pbx.vcclive.errors;

import io.mostik.core.json.Json;
import java.util.List;

/**
 * The result of each element of a batch. A refused element does not stop the others, and is told here rather than
 * thrown; a batch that is refused as a whole is thrown.
 *
 * @param <I> what was sent
 * @param elements one for each element sent, in that order
 * @param otherErrors errors that name no element of the batch
 */
public record BatchResult<I>(List<Element<I>> elements, List<VccError> otherErrors) {

    /** The result of an element. */
    public enum State {
        /** The vendor took it. */
        DONE,
        /** The vendor refused it. */
        REFUSED,
        /** The vendor said nothing about it: read back before sending it again. */
        UNREPORTED
    }

    /**
     * One element.
     *
     * @param <I> what was sent
     * @param index its position, from 0
     * @param item what was sent
     * @param state its result
     * @param value what the vendor answered for it, such as a new id; nothing if it was refused
     * @param errors why it was refused; may be empty even then
     */
    public record Element<I>(int index, I item, State state, Json value, List<VccError> errors) {

        /** Keeps an unmodifiable copy. */
        public Element {
            errors = List.copyOf(errors);
        }

        /** Returns position, state and errors; what was sent may be personal. */
        @Override
        public String toString() {
            return "Element[" + index + " " + state + " " + errors + "]";
        }
    }

    /** Keeps unmodifiable copies. */
    public BatchResult {
        elements = List.copyOf(elements);
        otherErrors = List.copyOf(otherErrors);
    }

    /** Returns whether the vendor took every element. */
    public boolean allDone() {
        return elements.stream().allMatch(element -> element.state() == State.DONE);
    }

    /** Returns the elements of which this became. */
    public List<Element<I>> in(State state) {
        return elements.stream().filter(element -> element.state() == state).toList();
    }
}
