package io.mostik.remonline.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mostik.core.Page;
import io.mostik.core.PartialList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The envelope of lists in the generations before version 2. Pages hold 50 rows; some lists leave out the numbers.
 *
 * @param <T> what the list holds
 * @param data the rows of the page; without them an answer is none of a list
 * @param count how many rows there are now
 */
public record PageV1<T>(@JsonProperty(required = true) List<T> data, OptionalLong count) {

    private static final int ROWS_A_PAGE = 50;

    /**
     * Returns the page with the number of the next. There is one if rows are left by the vendor's count; without a count,
     * if this page is full.
     *
     * @param page its number, from 1
     */
    public Page<T> toPage(int page) {
        boolean more = count.isPresent()
                ? (long) page * ROWS_A_PAGE < count.getAsLong()
                : PartialList.came(data) >= ROWS_A_PAGE;
        Optional<String> next = more ? Optional.of(Integer.toString(page + 1)) : Optional.empty();
        return new Page<>(data, next, count);
    }
}
