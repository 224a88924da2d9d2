package io.mostik.datahub.bitrix24;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which rows are asked for, and in which order: conditions of the vendor's filter, all of which hold. Immutable.
 *
 * @param filter by the vendor's names with a prefix, such as {@code >=updatedTime}
 * @param order by the vendor's names, {@code ASC} each
 */
public record DealQuery(Map<String, Object> filter, List<String> order) {

    /** Keeps unchangeable copies, in their order. */
    public DealQuery {
        filter = Collections.unmodifiableMap(new LinkedHashMap<>(filter));
        order = List.copyOf(order);
    }

    /** Returns the query for all rows, by id. */
    public static DealQuery byId() {
        return new DealQuery(Map.of(), List.of("id"));
    }

    /** Returns the query for all rows, by the time of their last change and id. */
    public static DealQuery byChange() {
        return new DealQuery(Map.of(), List.of("updatedTime", "id"));
    }

    /** Returns this query with one more condition; times are sent in UTC. */
    public DealQuery where(String prefixedName, Object value) {
        Objects.requireNonNull(prefixedName, "prefixedName");
        Map<String, Object> more = new LinkedHashMap<>(filter);
        more.put(prefixedName, value instanceof Instant time ? time.toString() : value);
        return new DealQuery(more, order);
    }

    /** Returns this query for some values of a field. */
    public DealQuery in(String name, Collection<?> values) {
        return where("@" + name, List.copyOf(values));
    }
}
