package io.mostik.remonline.internal;

import io.mostik.core.Page;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The envelope of lists in the generations before version 2. Pages hold 50 rows; some lists leave out the numbers.
 *
 * @param <T> what the list holds
 * @param data the rows of the page
 * @param count how many rows there are now
 */
public record OldPage<T>(List<T> data, OptionalLong count) {

    private static final int ROWS_A_PAGE = 50;

    /** Reads a missing list as an empty one. */
    public OldPage {
        data = Objects.requireNonNullElse(data, List.of());
    }

    /** Returns the page with the number of the next, which there is if this one is full and rows are left. */
    public Page<T> toPage(int page) {
        boolean more = data.size() >= ROWS_A_PAGE && (count.isEmpty() || (long) page * ROWS_A_PAGE < count.getAsLong());
        Optional<String> next = more ? Optional.of(Integer.toString(page + 1)) : Optional.empty();
        return new Page<>(data, next, count);
    }
}
