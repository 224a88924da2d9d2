package io.mostik.testing.remonline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.mostik.testing.RecordedRequest;
import java.util.List;
import java.util.Map;

/** A write of the older generations that comes as a form, as PHP and Apps Script send it. */
final class FormBody {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String ARRAY = "[]";

    private FormBody() {}

    /** Returns the body as JSON; of a form, each value is read as what its field may hold. */
    static JsonNode orJson(RecordedRequest request, Fields known) {
        JsonNode json = request.json();
        return !json.isMissingNode() || request.body().length == 0 ? json : read(request.form(), known);
    }

    private static ObjectNode read(Map<String, List<String>> form, Fields known) {
        ObjectNode body = Shape.object();
        form.forEach((parameter, values) -> {
            boolean several = parameter.endsWith(ARRAY);
            String name = several ? parameter.substring(0, parameter.length() - ARRAY.length()) : parameter;
            Kind kind = known.kinds().getOrDefault(name, Kind.TEXT);
            if (several) {
                ArrayNode array = body.putArray(name);
                values.forEach(value -> array.add(fitting(Kind.IDS.equals(kind) ? Kind.ID : Kind.TEXT, value)));
            } else {
                body.set(name, fitting(kind, values.get(0)));
            }
        });
        return body;
    }

    /** Returns a text as itself where the field may hold one, else as the JSON that it writes. */
    private static JsonNode fitting(Kind kind, String value) {
        JsonNode text = TextNode.valueOf(value);
        if (kind.fits(text)) {
            return text;
        }
        try {
            JsonNode read = MAPPER.readTree(value);
            return kind.fits(read) ? read : text;
        } catch (JsonProcessingException e) {
            return text;
        }
    }
}
