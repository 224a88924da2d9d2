package io.mostik.remonline.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mostik.core.Page;
import io.mostik.core.PartialList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The envelope of lists in version 2. Pages hold 50 rows.
 *
 * @param <T> what the list holds
 * @param data the rows of the page; without them an answer is none of a list
 * @param paging the position of the page; some short lists leave it out
 */
public record PageV2<T>(@JsonProperty(required = true) List<T> data, Optional<Paging> paging) {

    private static final int ROWS_A_PAGE = 50;

    /**
     * The position of a page. Clients in public take each of the numbers for optional.
     *
     * @param page its number, from 1, as the vendor understood it
     * @param totalPages how many pages there are now
     * @param count how many rows there are now
     */
    public record Paging(OptionalInt page, OptionalInt totalPages, OptionalLong count) {

        private Optional<Boolean> follows(int page) {
            if (totalPages.isPresent()) {
                return Optional.of(page < totalPages.getAsInt());
            }
            return count.isPresent() ? Optional.of((long) page * ROWS_A_PAGE < count.getAsLong()) : Optional.empty();
        }
    }

    /**
     * Returns the page with the number of the next. Where nothing says whether there is one, a full page is followed by
     * another.
     *
     * @param page its number, from 1
     */
    public Page<T> toPage(int page) {
        int here = paging.map(Paging::page).orElse(OptionalInt.empty()).orElse(page);
        boolean more = paging.flatMap(at -> at.follows(here)).orElse(PartialList.came(data) >= ROWS_A_PAGE);
        Optional<String> next = more ? Optional.of(Integer.toString(here + 1)) : Optional.empty();
        return new Page<>(data, next, paging.map(Paging::count).orElse(OptionalLong.empty()));
    }
}
