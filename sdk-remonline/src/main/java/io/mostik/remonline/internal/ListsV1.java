package io.mostik.remonline.internal;

import io.mostik.core.Paged;
import io.mostik.core.http.Call;
import io.mostik.core.json.JsonCodec;
import io.mostik.remonline.common.ArrayStyle;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** Requests lists of the generations before version 2: filters with brackets, and the old envelope. */
public final class ListsV1 {

    private static final JsonCodec NAMES = JsonCodec.snakeCase();

    private ListsV1() {}

    /** Returns a list without rows whose id was seen before in the walk. */
    public static <T> Paged<T> paged(Supplier<Call<PageV1<T>>> call, Object query, ToLongFunction<T> id) {
        return Filters.paged(
                written(query),
                id,
                (filters, page) ->
                        call.get().query("page", page).queries(filters).send().toPage(page));
    }

    /** Returns a list without rows whose id was seen before in the walk, that fails where the vendor ignores a filter. */
    public static <T> Paged<T> paged(
            Supplier<Call<PageV1<T>>> call, Object query, ToLongFunction<T> id, FilterCheck<T> check) {
        return Filters.paged(
                written(query),
                id,
                (filters, page) -> check.checked(
                        filters,
                        call.get().query("page", page).queries(filters).send().toPage(page)));
    }

    /** Returns a list of rows that have no id. */
    public static <T> Paged<T> paged(Supplier<Call<PageV1<T>>> call, Object query) {
        return Paged.numbered(
                1,
                page -> call.get()
                        .query("page", page)
                        .queries(written(query))
                        .send()
                        .toPage(page));
    }

    /** Returns the properties of a query model, their lists in brackets. */
    public static Map<String, Object> written(Object query) {
        return ArrayStyle.BRACKETS.write(NAMES.fields(query));
    }
}
