package io.mostik.pbx.vcclive.internal;

import io.mostik.core.http.ApiRequest;
import io.mostik.core.http.ApiResponse;
import io.mostik.core.http.Transport;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * Lets a batch that succeeded in part pass: its envelope lists errors, perhaps with status 417, but what it says about
 * each element must not be thrown away. It travels on as {@code {"batch": envelope}}.
 */
public final class BatchTransport implements Transport {

    /** The calls that carry several elements. */
    private static final Set<String> BATCHES =
            Set.of("projects.updateQuotas", "fields.addValues", "records.updateAll", "records.addDispositions");

    private static final JsonType<Json> ANY = JsonType.of(Json.class);

    private static final int OK = 200;

    private final Transport next;
    private final JsonCodec codec;

    /** Creates the station before another one. */
    public BatchTransport(Transport next, JsonCodec codec) {
        this.next = next;
        this.codec = codec;
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        ApiResponse response = next.send(request);
        return BATCHES.contains(request.operation()) && tellsElements(response)
                ? response.with(OK, wrapped(response.body().bytes()))
                : response;
    }

    private boolean tellsElements(ApiResponse response) {
        Json envelope = read(response);
        Json content = envelope.get("response");
        boolean byElement = content.isArray() || content.isObject();
        List<io.mostik.pbx.vcclive.errors.VccError> errors = VccErrors.errors(envelope);
        return byElement
                ? errors.stream().allMatch(error -> error.index().isPresent())
                : response.isSuccess()
                        && errors.isEmpty()
                        && content.text().filter("true"::equals).isPresent();
    }

    private Json read(ApiResponse response) {
        try {
            return codec.read(ANY, response.body().stream());
        } catch (JsonException e) {
            return Json.of(null);
        }
    }

    private static byte[] wrapped(byte[] envelope) {
        ByteArrayOutputStream wrapped = new ByteArrayOutputStream(envelope.length + 16);
        wrapped.writeBytes("{\"batch\":".getBytes(StandardCharsets.UTF_8));
        wrapped.writeBytes(envelope);
        wrapped.write('}');
        return wrapped.toByteArray();
    }
}
