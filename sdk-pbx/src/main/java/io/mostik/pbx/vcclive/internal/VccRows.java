package io.mostik.pbx.vcclive.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mostik.core.Page;
import io.mostik.core.PartialList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One page of a list with an offset. A page without its rows is not an empty page.
 *
 * @param <T> what the list holds
 * @param content the rows, as they came
 * @param totalCount how many there are; the vendor writes a number, or a text that is one
 */
public record VccRows<T>(@JsonProperty("rows") Optional<List<T>> content, OptionalLong totalCount) {

    /** Refuses a page without rows; the text ends up in the failure. */
    public VccRows {
        if (content.isEmpty()) {
            throw new IllegalStateException("rows are missing");
        }
    }

    /** Returns the rows. */
    public List<T> rows() {
        return content.orElseThrow();
    }

    /**
     * Returns the page that began at an offset. The server may give fewer rows than it was asked for. Where the count is
     * less than what came, the walk goes on until an empty page; {@code Paged} refuses an end before all rows came.
     */
    public Page<T> toPage(int start) {
        int next = start + PartialList.came(rows());
        boolean isEnd = rows().isEmpty() || (totalCount.isPresent() && totalCount.getAsLong() == next);
        return new Page<>(rows(), isEnd ? Optional.empty() : Optional.of(Integer.toString(next)), totalCount);
    }
}
