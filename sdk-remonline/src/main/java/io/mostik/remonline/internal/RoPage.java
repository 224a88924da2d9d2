package io.mostik.remonline.internal;

import io.mostik.core.Page;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The envelope of lists in version 2.
 *
 * @param <T> what the list holds
 * @param data the rows of the page
 * @param paging where the page stands; some short lists leave it out
 */
public record RoPage<T>(List<T> data, Optional<Paging> paging) {

    /** Reads a missing list as an empty one. */
    public RoPage {
        data = Objects.requireNonNullElse(data, List.of());
    }

    /**
     * Where a page stands.
     *
     * @param page number from 1
     * @param totalPages how many pages there are now
     * @param count how many rows there are now
     */
    public record Paging(int page, int totalPages, long count) {}

    /** Returns the page with the number of the next. */
    public Page<T> toPage() {
        Optional<String> next =
                paging.filter(at -> at.page() < at.totalPages()).map(at -> Integer.toString(at.page() + 1));
        return new Page<>(
                data, next, paging.map(at -> OptionalLong.of(at.count())).orElse(OptionalLong.empty()));
    }
}
