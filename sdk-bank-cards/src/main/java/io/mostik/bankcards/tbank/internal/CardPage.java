package io.mostik.bankcards.tbank.internal;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.mostik.core.Page;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The envelope of both lists of cards. The second may leave the total out: then a page shorter than asked for is the
 * last.
 *
 * @param <T> what the list holds
 * @param cards the rows of the page
 * @param offset how many rows were skipped
 * @param limit the length of a page, as the bank understood it
 * @param total how many rows there are now
 */
public record CardPage<T>(
        List<T> cards,
        OptionalInt offset,
        OptionalInt limit,
        @JsonAlias("totalNumber") OptionalLong total) {

    /** Reads a missing list as an empty one. */
    public CardPage {
        cards = Objects.requireNonNullElse(cards, List.of());
    }

    /**
     * Returns the page with the offset of the next.
     *
     * @param askedOffset what was asked for, where the answer does not repeat it
     * @param askedLimit what was asked for, where the answer does not repeat it
     */
    public Page<T> toPage(int askedOffset, int askedLimit) {
        int end = offset.orElse(askedOffset) + cards.size();
        boolean more = total.isPresent() ? end < total.getAsLong() : cards.size() >= limit.orElse(askedLimit);
        Optional<String> next = more ? Optional.of(Integer.toString(end)) : Optional.empty();
        return new Page<>(cards, next, total);
    }
}
