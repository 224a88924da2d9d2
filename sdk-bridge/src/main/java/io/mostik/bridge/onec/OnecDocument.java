package io.mostik.bridge.onec;

import io.mostik.core.json.Json;
import java.util.List;
import java.util.Optional;

/**
 * A document as the base shows it. Prints its key only.
 *
 * @param key {@code Ref_Key}
 * @param inForce whether it is posted and not marked for deletion
 * @param lines the lines of its table part; one without a number and without fields if the query names no part
 * @param fields all of it
 */
public record OnecDocument(String key, boolean inForce, List<Line> lines, Json fields) {

    /**
     * A line of a table part.
     *
     * @param number its number; empty text where there is no part
     * @param fields what it holds
     */
    public record Line(String number, Json fields) {

        /** Returns the number only: what it holds is the company's business. */
        @Override
        public String toString() {
            return "Line[" + number + "]";
        }
    }

    /** Keeps an unmodifiable copy. */
    public OnecDocument {
        lines = List.copyOf(lines);
    }

    static OnecDocument of(Json json, OnecQuery query) {
        List<Line> lines = query.part()
                .map(part -> lines(json, part, query))
                .orElseGet(() -> List.of(new Line("", Json.of(null))));
        OnecDocument document = new OnecDocument(
                Guids.normal(text(json, "Ref_Key", query)),
                json.get("Posted").isTrue() && !json.get("DeletionMark").isTrue(),
                lines,
                json);
        lines.forEach(line -> query.fields().forEach(field -> {
            String unused = document.value(line, field)
                    .orElseThrow(() -> missing(query, query.part().isPresent() ? part(query) + " or it" : "it", field));
        }));
        return document;
    }

    /** Returns a field of a line, or else of the document; an empty reference is an empty text. */
    Optional<String> value(Line line, String field) {
        return line.fields()
                .get(field)
                .text()
                .or(() -> fields.get(field).text())
                .map(text -> text.equals(Guids.EMPTY) ? "" : text);
    }

    private static List<Line> lines(Json json, String part, OnecQuery query) {
        if (!json.get(part).isArray()) {
            throw missing(query, "it", part);
        }
        return json.get(part).elements().stream()
                .map(line -> new Line(text(line, "LineNumber", query), line))
                .toList();
    }

    private static String text(Json json, String field, OnecQuery query) {
        return json.get(field).text().orElseThrow(() -> missing(query, "it", field));
    }

    private static String part(OnecQuery query) {
        return query.part().orElse("");
    }

    /** A wrong name in the settings must not look like a base in which nothing happens. */
    private static IllegalStateException missing(OnecQuery query, String where, String field) {
        return new IllegalStateException(query.entity() + ": " + where + " has no field " + field
                + "; compare the names in the settings with $metadata of the base");
    }

    @Override
    public String toString() {
        return "OnecDocument[" + key + "]";
    }
}
