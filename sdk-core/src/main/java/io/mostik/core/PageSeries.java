package io.mostik.core;

import java.util.Optional;

/**
 * Numbers at even distances under which pages are asked for, as far as the vendor's count of items reaches. Immutable.
 *
 * @param step from one number to the next
 * @param last the last number
 */
record PageSeries(long step, long last) {

    private static final int LONGEST_NUMBER = 9;

    /** Returns the series that begins with this page; empty if its tokens are no numbers or the count is not known. */
    static Optional<PageSeries> of(String first, Page<?> page) {
        String next = page.next().orElse("");
        long total = page.total().orElse(0);
        int size = PartialList.came(page.items());
        if (!isNumber(first) || !isNumber(next) || size == 0) {
            return Optional.empty();
        }
        long from = Long.parseLong(first);
        long step = Long.parseLong(next) - from;
        long pages = (total + size - 1) / size;
        return step <= 0 ? Optional.empty() : Optional.of(new PageSeries(step, from + step * (pages - 1)));
    }

    /** Returns the number that follows; empty behind the last. */
    Optional<String> after(String token) {
        if (!isNumber(token)) {
            return Optional.empty();
        }
        long next = Long.parseLong(token) + step;
        return next > last ? Optional.empty() : Optional.of(Long.toString(next));
    }

    private static boolean isNumber(String token) {
        return !token.isEmpty()
                && token.length() <= LONGEST_NUMBER
                && token.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
