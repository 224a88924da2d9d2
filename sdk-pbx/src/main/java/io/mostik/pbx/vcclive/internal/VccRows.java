package io.mostik.pbx.vcclive.internal;

import io.mostik.core.Page;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One page of a list with an offset.
 *
 * @param <T> what the list holds
 * @param rows the rows
 * @param totalCount how many there are; the vendor writes a number, or a text that is one
 */
public record VccRows<T>(List<T> rows, OptionalLong totalCount) {

    /** Reads a missing list as an empty one. */
    public VccRows {
        rows = rows == null ? List.of() : rows;
        totalCount = totalCount == null ? OptionalLong.empty() : totalCount;
    }

    /** Returns the page that began at an offset; the server may give fewer rows than it was asked for. */
    public Page<T> toPage(int start) {
        int next = start + rows.size();
        boolean more = !rows.isEmpty() && (totalCount.isEmpty() || next < totalCount.getAsLong());
        return new Page<>(rows, more ? Optional.of(Integer.toString(next)) : Optional.empty(), totalCount);
    }
}
