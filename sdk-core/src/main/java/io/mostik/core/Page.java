package io.mostik.core;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One page of a list, with the token of the next.
 *
 * @param <T> what the list holds
 * @param items in the vendor's order
 * @param next token of the next page; empty on the last
 * @param total how many there are in all, if the vendor says so; it may change while one reads
 */
public record Page<T>(List<T> items, Optional<String> next, OptionalLong total) {

    /** Keeps an unchangeable copy of the items. */
    public Page {
        items = PartialList.copyOf(items);
    }

    /** Returns a page that is followed by another one. */
    public static <T> Page<T> of(List<T> items, String next) {
        return new Page<>(items, Optional.of(next), OptionalLong.empty());
    }

    /** Returns the last page. */
    public static <T> Page<T> last(List<T> items) {
        return new Page<>(items, Optional.empty(), OptionalLong.empty());
    }

    /** Returns how many rows of the page were left out because they could not be read; 0 unless the caller asked for that. */
    public int skipped() {
        return PartialList.skipped(items);
    }

    /** Returns this page with the number of all items. */
    public Page<T> withTotal(long all) {
        return new Page<>(items, next, OptionalLong.of(all));
    }
}
