package io.mostik.datahub.airbyte;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mostik.core.TimeSource;
import io.mostik.core.json.JsonCodec;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** Prints messages, a line each. Counts the records since the last state. Belongs to one thread. */
final class AirbyteOutput {

    private static final JsonCodec JSON = JsonCodec.camelCase();

    private final PrintStream out;
    private final TimeSource time;
    private long records;

    AirbyteOutput(PrintStream out, TimeSource time) {
        this.out = out;
        this.time = time;
    }

    /** Prints a message of one part. */
    void message(String type, String part, Object content) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", type);
        message.put(part, content);
        out.println(new String(JSON.write(message), UTF_8));
        if (out.checkError()) {
            throw new IllegalStateException("the standard output was closed");
        }
    }

    void record(AirbyteStream stream, Map<String, Object> data) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("stream", stream.word());
        record.put("data", data);
        record.put("emitted_at", time.now().toEpochMilli());
        message("RECORD", "record", record);
        records++;
    }

    /** Prints a state; it covers all records before it. */
    void state(AirbyteStream stream, String text) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("type", "STREAM");
        state.put(
                "stream",
                Map.of("stream_descriptor", Map.of("name", stream.word()), "stream_state", Map.of("position", text)));
        state.put("sourceStats", Map.of("recordCount", (double) records));
        records = 0;
        message("STATE", "state", state);
    }

    void status(AirbyteStream stream, String status) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("stream_descriptor", Map.of("name", stream.word()));
        content.put("status", status);
        trace("STREAM_STATUS", "stream_status", content);
    }

    void error(String words, String internal, String failure) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("message", words);
        content.put("internal_message", internal);
        content.put("failure_type", failure);
        trace("ERROR", "error", content);
    }

    private void trace(String type, String part, Object content) {
        Map<String, Object> trace = new LinkedHashMap<>();
        trace.put("type", type);
        trace.put("emitted_at", (double) time.now().toEpochMilli());
        trace.put(part, content);
        message("TRACE", "trace", trace);
    }
}
