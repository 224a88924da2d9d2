package io.mostik.pbx.vcclive.internal;

import io.mostik.core.http.ApiRequest;
import io.mostik.core.http.ApiResponse;
import io.mostik.core.http.Transport;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import java.util.Map;
import java.util.Set;

/**
 * Puts a table, which comes as bare text, into the envelope of all other answers. An object, a page of HTML and an empty
 * body are no table.
 */
public final class TableTransport implements Transport {

    private static final Set<String> TABLES =
            Set.of("statistics.inboundTable", "statistics.userBasedTable", "statistics.userStatesTable");

    private static final JsonType<Json> ANY = JsonType.of(Json.class);

    private final Transport next;
    private final JsonCodec codec;

    /** Creates the station before another one. */
    public TableTransport(Transport next, JsonCodec codec) {
        this.next = next;
        this.codec = codec;
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        ApiResponse response = next.send(request);
        return TABLES.contains(request.operation()) && response.isSuccess() && !isEnvelope(response)
                ? response.with(
                        response.status(),
                        codec.write(Map.of("response", response.body().text())))
                : response;
    }

    private boolean isEnvelope(ApiResponse response) {
        String text = response.body().text().strip();
        try {
            return text.isEmpty() || codec.read(ANY, response.body().stream()).isObject();
        } catch (JsonException e) {
            return text.startsWith("<");
        }
    }
}
