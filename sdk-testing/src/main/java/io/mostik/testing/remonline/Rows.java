package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Rows that are kept as they are written. */
final class Rows {

    private static final Comparator<ObjectNode> NEWEST_FIRST =
            Comparator.comparingLong((ObjectNode row) -> id(row)).reversed();

    private Rows() {}

    /** Returns the row that a path names. */
    static ObjectNode find(Map<Long, ObjectNode> shelf, long id) {
        return Optional.ofNullable(shelf.get(id)).orElseThrow(Refusals::notFound);
    }

    static List<ObjectNode> newestFirst(Stream<ObjectNode> rows) {
        return rows.sorted(NEWEST_FIRST).toList();
    }

    static List<ObjectNode> newestFirst(Collection<ObjectNode> rows) {
        return newestFirst(rows.stream());
    }

    static long id(ObjectNode row) {
        return row.path("id").asLong();
    }

    static Optional<Long> ref(JsonNode row, String field) {
        return row.hasNonNull(field) ? Optional.of(row.path(field).asLong()) : Optional.empty();
    }

    /** Returns a moment that is kept as v2 writes it. */
    static Optional<Instant> moment(JsonNode row, String field) {
        return Dialect.iso(row.path(field).asText(""));
    }

    static long millis(JsonNode row, String field) {
        return moment(row, field).orElseThrow().toEpochMilli();
    }
}
