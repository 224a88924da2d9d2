package io.mostik.pbx.vcclive.statistics;

import io.mostik.core.ApiError;
import io.mostik.core.ApiException;
import io.mostik.core.Outcome;
import io.mostik.core.Page;
import io.mostik.core.PartialList;
import java.util.List;
import java.util.function.Supplier;

/** Walks the log of states, whose end the vendor reports as an error. */
final class UserStatePages {

    /** Far below the server's 100 000, so that a page fits into the largest body. */
    static final int PAGE = 10_000;

    private UserStatePages() {}

    static Page<UserState> page(int start, Supplier<List<UserState>> source) {
        try {
            List<UserState> rows = source.get();
            int came = PartialList.came(rows);
            return came < PAGE ? Page.last(rows) : Page.of(rows, Integer.toString(start + came));
        } catch (ApiException e) {
            if (start > 0 && isEnd(e)) {
                return Page.last(List.of());
            }
            throw e;
        }
    }

    /** Credentials and limits can fail on any page; they are no end. */
    private static boolean isEnd(ApiException failure) {
        ApiError.Kind kind = failure.error().kind();
        return failure.outcome() == Outcome.REJECTED
                && (kind == ApiError.Kind.OTHER || kind == ApiError.Kind.NOT_FOUND);
    }
}
