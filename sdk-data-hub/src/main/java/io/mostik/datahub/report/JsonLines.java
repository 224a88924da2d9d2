package io.mostik.datahub.report;

import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import java.nio.charset.StandardCharsets;

/**
 * Records as JSON, one on each line, in UTF-8 and camel case: {@code {"orderId":1,"createdAt":"2026-03-01T09:00:00Z"}}.
 * What is not there is left out.
 */
public final class JsonLines {

    private static final JsonCodec JSON = JsonCodec.camelCase();
    private static final JsonType<HubRecord> RECORD = JsonType.of(HubRecord.class);

    private JsonLines() {}

    /** Returns the line of a record, without its end. */
    public static String write(HubRecord order) {
        return new String(JSON.write(order), StandardCharsets.UTF_8);
    }

    /**
     * Returns the record of a line.
     *
     * @throws io.mostik.core.json.JsonException if it is none
     */
    public static HubRecord read(String line) {
        return JSON.read(RECORD, line.getBytes(StandardCharsets.UTF_8));
    }
}
