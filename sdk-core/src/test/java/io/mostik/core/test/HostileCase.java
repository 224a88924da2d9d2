package io.mostik.core.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mostik.testing.Answer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One call of one operation, with an answer that is to be mutated. Immutable.
 *
 * @param <C> the client
 * @param operation its name
 * @param answer what the vendor answers to it; to every request of the call
 * @param call calls it, and takes something from the result; may ask an empty optional or list for more than it has
 * @param rows where the rows stand if it is a list, as a JSON pointer; the empty pointer is the whole answer
 * @param traits what the vendor's documents say of its answer
 */
public record HostileCase<C>(
        String operation, Answer answer, Function<C, Object> call, Optional<String> rows, Set<Trait> traits) {

    /** What sets the answer of an operation apart. */
    public enum Trait {
        /** The vendor documents no content: that the status is one of success is all the proof there is. */
        PROVEN_BY_STATUS,
        /** The vendor documents that success may come without a body; a body still has to say that it is done. */
        EMPTY_BODY_IS_DONE,
        /** The vendor documents that nothing, such as {@code null} or no body, means that there is none. */
        NOTHING_MEANS_NONE,
        /** The vendor documents an empty list as an answer to what is otherwise an object. */
        EMPTY_LIST_MEANS_NONE,
        /** The vendor documents that a list may come without its envelope. */
        BARE_LIST,
        /** Clients in public take rows that are null or left out, in an answer that tells its paging, for none. */
        EMPTY_LIST_IS_LEFT_OUT,
        /** The vendor documents that rows are left out where there are none; its count, which is 0 then, never is. */
        NO_ROWS_ARE_COUNTED,
        /** The vendor documents no property that each row has. */
        ROWS_WITHOUT_ID,
        /** The list is a look-up or a part of a record, which is read whole even where rows may be left out. */
        ALWAYS_WHOLE,
        /** Rows are handed on as they are, whatever their shape. */
        ROWS_OF_ANY_SHAPE,
        /** The answer is a text or a number without quotes: what is no JSON is one of its values. */
        BARE_TEXT,
        /** The answer is handed on whole and untyped: what it means is for the caller to say. */
        UNTYPED
    }

    /** Returns a case whose answer is JSON, or another text. */
    public static <C> HostileCase<C> of(String operation, String answer, Function<C, Object> call) {
        Answer whole = Answer.bytes(200, "application/json", answer.getBytes(UTF_8));
        return new HostileCase<>(operation, whole, call, Optional.empty(), Set.of());
    }

    /** Returns this case as that of a list, whose rows stand there. */
    public HostileCase<C> rowsAt(String pointer) {
        return new HostileCase<>(operation, answer, call, Optional.of(pointer), traits);
    }

    /** Returns this case with a trait more. */
    public HostileCase<C> with(Trait trait) {
        Set<Trait> more = traits.isEmpty() ? EnumSet.noneOf(Trait.class) : EnumSet.copyOf(traits);
        more.add(trait);
        return new HostileCase<>(operation, answer, call, rows, Set.copyOf(more));
    }

    boolean has(Trait trait) {
        return traits.contains(trait);
    }

    @Override
    public String toString() {
        return operation;
    }
}
