package io.mostik.bankcards.tbank.internal;

import io.mostik.core.Page;
import io.mostik.core.PartialList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The envelope of the older list of cards. The bank leaves out an empty list, but never the total, which then proves that
 * there are no more.
 *
 * @param <T> what the list holds
 * @param cards the rows of the page
 * @param offset how many rows were skipped
 * @param limit the length of a page, as the bank understood it
 * @param totalNumber how many rows there are now
 */
public record CountedCardPage<T>(Optional<List<T>> cards, int offset, int limit, long totalNumber) {

    /** Returns the page with the offset of the next. */
    public Page<T> toPage() {
        List<T> rows = cards.orElse(List.of());
        int end = offset + PartialList.came(rows);
        Optional<String> next = end < totalNumber ? Optional.of(Integer.toString(end)) : Optional.empty();
        return new Page<>(rows, next, OptionalLong.of(totalNumber));
    }
}
