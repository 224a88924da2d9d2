package io.mostik.remonline.workflow;

import io.mostik.core.Page;
import java.time.Instant;

/**
 * Where changed rows come from.
 *
 * @param <T> what the rows are
 */
@FunctionalInterface
interface ChangeSource<T> {

    /**
     * Returns one page of the rows changed at or after a time, in the order of their last change.
     *
     * @param from lower bound, itself included
     * @param page number from 1
     */
    Page<T> fetch(Instant from, int page);
}
