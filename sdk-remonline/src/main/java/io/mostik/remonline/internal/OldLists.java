package io.mostik.remonline.internal;

import io.mostik.core.Paged;
import io.mostik.core.http.Call;
import io.mostik.core.json.JsonCodec;
import io.mostik.remonline.common.ArrayStyle;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** How lists of the generations before version 2 are asked for: brackets, and the old envelope. */
public final class OldLists {

    private static final JsonCodec NAMES = JsonCodec.snakeCase();

    private OldLists() {}

    /** Returns a list without rows whose id was seen before in the walk. */
    public static <T> Paged<T> paged(Supplier<Call<OldPage<T>>> call, Object query, ToLongFunction<T> id) {
        return Filters.paged(
                written(query),
                id,
                (filters, page) ->
                        call.get().query("page", page).queries(filters).send().toPage(page));
    }

    /** Returns a list of rows that have no id. */
    public static <T> Paged<T> paged(Supplier<Call<OldPage<T>>> call, Object query) {
        return Paged.numbered(
                1,
                page -> call.get()
                        .query("page", page)
                        .queries(written(query))
                        .send()
                        .toPage(page));
    }

    /** Returns the properties of a query model, their lists in brackets. */
    private static Map<String, Object> written(Object query) {
        return ArrayStyle.BRACKETS.write(NAMES.fields(query));
    }
}
