package io.mostik.remonline.internal;

import io.mostik.core.json.JsonCodec;
import io.mostik.remonline.common.ArrayStyle;
import io.mostik.remonline.common.TimeRange;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * How the filtered lists of version 2 are asked for.
 *
 * @param arrays how several values of one filter are written
 * @param pageSize how many rows a page is asked to hold; empty to say nothing of it
 */
public record ListStyle(ArrayStyle arrays, OptionalInt pageSize) {

    private static final int LARGEST = 200;
    private static final JsonCodec NAMES =
            JsonCodec.builder().snakeCase().wholeSeconds().build();

    /**
     * Checks the page size.
     *
     * @throws IllegalArgumentException if it is not from 1 to 200
     */
    public ListStyle {
        Objects.requireNonNull(arrays, "arrays");
        if (pageSize.isPresent() && (pageSize.getAsInt() < 1 || pageSize.getAsInt() > LARGEST)) {
            throw new IllegalArgumentException("pageSize must be from 1 to " + LARGEST);
        }
    }

    /** Returns the filters and the order of a query as they are sent. */
    public Map<String, Object> filters(Object query) {
        return write(NAMES.fields(query));
    }

    /** Returns query fields as they are sent. */
    public Map<String, Object> write(Map<String, Object> fields) {
        Map<String, Object> written = new LinkedHashMap<>(arrays.write(fields));
        pageSize.ifPresent(size -> written.put("limit", size));
        return written;
    }

    /** Returns the filter and the order of a list of what was changed in a range. */
    public Map<String, Object> changedIn(TimeRange range) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("sort", "modified_at");
        fields.put("modified_at", range.times());
        return write(fields);
    }
}
