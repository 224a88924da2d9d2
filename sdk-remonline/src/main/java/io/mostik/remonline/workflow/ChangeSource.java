package io.mostik.remonline.workflow;

import io.mostik.core.Page;
import io.mostik.remonline.common.TimeRange;

/**
 * Where changed rows come from.
 *
 * @param <T> what the rows are
 */
@FunctionalInterface
interface ChangeSource<T> {

    /**
     * Returns one page of the rows changed in a range.
     *
     * @param range its ends included
     * @param page number from 1
     */
    Page<T> fetch(TimeRange range, int page);
}
