package io.mostik.bankcards.tbank.internal;

import io.mostik.core.Page;
import io.mostik.core.PartialList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The envelope of cards with their kind. The total may be missing: then a page shorter than the page size that the bank
 * states is the last; without that, the empty page after the last.
 *
 * @param <T> what the list holds
 * @param cards the rows of the page
 * @param offset how many rows were skipped
 * @param limit the length of a page, as the bank understood it
 * @param total how many rows there are now
 */
public record CardPage<T>(Optional<List<T>> cards, OptionalInt offset, OptionalInt limit, OptionalLong total) {

    /** Refuses an answer without rows, unless it echoes the paging: so the bank leaves out an empty list. */
    public CardPage {
        if (cards.isEmpty() && (offset.isEmpty() || limit.isEmpty())) {
            throw new IllegalArgumentException("neither cards nor paging");
        }
    }

    /**
     * Returns the page with the offset of the next.
     *
     * @param askedOffset what was asked for, where the answer does not repeat it
     */
    public Page<T> toPage(int askedOffset) {
        List<T> rows = cards.orElse(List.of());
        int came = PartialList.came(rows);
        int end = offset.orElse(askedOffset) + came;
        boolean more = total.isPresent() ? end < total.getAsLong() : came >= Math.max(1, limit.orElse(1));
        Optional<String> next = more ? Optional.of(Integer.toString(end)) : Optional.empty();
        return new Page<>(rows, next, total);
    }
}
