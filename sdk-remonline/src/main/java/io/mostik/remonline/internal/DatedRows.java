package io.mostik.remonline.internal;

import io.mostik.core.DecodingException;
import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Page;
import io.mostik.core.PartialList;
import io.mostik.core.Phase;
import io.mostik.core.http.Call;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Pages of changes, each of whose rows says when it was changed: one that does not cannot be read. */
public final class DatedRows {

    private DatedRows() {}

    /**
     * Sends a call of version 2 and returns its page.
     *
     * @param number of the page, from 1
     * @throws DecodingException if a row has no time, and is not to be left out; if rows are counted that are not shown
     */
    public static <T> Page<T> of(
            Call<PageV2<T>> call, int number, String operation, Function<T, Optional<Instant>> changedAt) {
        return dated(call, call.send().toPage(number), number, operation, changedAt);
    }

    /**
     * Sends a call of the generations before and returns its page.
     *
     * @param filters as they are sent
     * @param number of the page, from 1
     * @throws DecodingException if a row has no time, and is not to be left out; if rows are counted that are not shown
     */
    public static <T> Page<T> before(
            Call<PageV1<T>> call,
            Map<String, Object> filters,
            int number,
            String operation,
            Function<T, Optional<Instant>> changedAt) {
        Page<T> page = call.query("page", number).queries(filters).send().toPage(number);
        return dated(call, page, number, operation, changedAt);
    }

    private static <T> Page<T> dated(
            Call<?> call, Page<T> page, int number, String operation, Function<T, Optional<Instant>> changedAt) {
        int came = PartialList.came(page.items());
        boolean isAll = came == 0 || page.next().isEmpty();
        if (number == 1 && isAll && came < page.total().orElse(0)) {
            throw unusable("the vendor counts more rows than it shows", operation);
        }
        return new Page<>(
                call.rows(page.items(), row -> {
                    if (changedAt.apply(row).isEmpty()) {
                        throw unusable("a row does not say when it was changed", operation);
                    }
                    return row;
                }),
                page.next(),
                page.total());
    }

    private static DecodingException unusable(String text, String operation) {
        return new DecodingException(text, FailureInfo.lasting(operation, Outcome.UNKNOWN, Phase.DECODE));
    }
}
