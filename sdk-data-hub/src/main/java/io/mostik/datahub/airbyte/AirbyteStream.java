package io.mostik.datahub.airbyte;

import io.mostik.datahub.report.HubColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The streams, and how their records are described. */
enum AirbyteStream {
    /** Records of the hub. */
    ORDERS("orders", "order_id", Optional.of("modified_at")),
    /** Employees. */
    PEOPLE("people", "id", Optional.empty()),
    /** Moves of orders to statuses. */
    STAGE_HISTORY("stage_history", "order_id status_id moved_at", Optional.of("moved_at")),
    /** Orders that are no longer at the vendor. */
    DELETIONS("deletions", "order_id", Optional.of("deleted_at"));

    static final String DELETED_AT = "deleted_at";

    private final String word;
    private final String key;
    private final Optional<String> cursor;

    AirbyteStream(String word, String key, Optional<String> cursor) {
        this.word = word;
        this.key = key;
        this.cursor = cursor;
    }

    String word() {
        return word;
    }

    /** Returns the stream as a catalog describes it. */
    Map<String, Object> described(List<HubColumn> columns) {
        Map<String, Object> stream = new LinkedHashMap<>();
        stream.put("name", word);
        stream.put("json_schema", schema(columns));
        stream.put(
                "supported_sync_modes",
                cursor.isPresent() ? List.of("full_refresh", "incremental") : List.of("full_refresh"));
        stream.put("source_defined_cursor", cursor.isPresent());
        stream.put("default_cursor_field", cursor.map(List::of).orElseGet(List::of));
        List<List<String>> keys = new ArrayList<>();
        for (String name : key.split(" ", -1)) {
            keys.add(List.of(name));
        }
        stream.put("source_defined_primary_key", keys);
        stream.put("is_resumable", cursor.isPresent());
        return stream;
    }

    private Map<String, Object> schema(List<HubColumn> columns) {
        Map<String, Object> properties = new LinkedHashMap<>();
        switch (this) {
            case ORDERS -> {
                columns.forEach(column -> properties.put(column.snakeName(), type(column.kind())));
                properties.put(DELETED_AT, type(HubColumn.Kind.TIME));
            }
            case PEOPLE -> {
                properties.put("id", type(HubColumn.Kind.NUMBER));
                properties.put("name", type(HubColumn.Kind.TEXT));
            }
            case STAGE_HISTORY -> {
                properties.put("order_id", type(HubColumn.Kind.NUMBER));
                properties.put("status_id", type(HubColumn.Kind.TEXT));
                properties.put("moved_at", type(HubColumn.Kind.TIME));
                properties.put("observed", Map.of("type", List.of("boolean", "null")));
            }
            case DELETIONS -> {
                properties.put("order_id", type(HubColumn.Kind.NUMBER));
                properties.put(DELETED_AT, type(HubColumn.Kind.TIME));
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("type", "object");
        schema.put("additionalProperties", true);
        schema.put("properties", properties);
        return schema;
    }

    private static Map<String, Object> type(HubColumn.Kind kind) {
        Map<String, Object> type = new LinkedHashMap<>();
        type.put(
                "type",
                List.of(
                        switch (kind) {
                            case NUMBER -> "integer";
                            case AMOUNT -> "number";
                            case TEXT, TIME -> "string";
                        },
                        "null"));
        if (kind == HubColumn.Kind.TIME) {
            type.put("format", "date-time");
            type.put("airbyte_type", "timestamp_with_timezone");
        }
        return type;
    }
}
