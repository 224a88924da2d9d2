package io.mostik.testing.vcclive;

import io.mostik.testing.Answer;
import io.mostik.testing.internal.JsonObject;
import java.util.List;
import java.util.Map;

/** The envelope of every answer: JSON, though declared as plain text. */
final class VccEnvelope {

    private VccEnvelope() {}

    static Answer ok(Object response) {
        return of(200, response, List.of());
    }

    static Answer refused(Map<String, Object> item) {
        return of(417, false, List.of(item));
    }

    static Answer of(int status, Object response, List<Map<String, Object>> errors) {
        JsonObject envelope = new JsonObject().with("response", response).with("errors", errors);
        return Answer.textPlainJson(status, envelope);
    }
}
