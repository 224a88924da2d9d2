package io.mostik.salesautopilot.v2;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;

/**
 * The answer that describes a form; one without the list of fields is not taken for a form without fields.
 *
 * @param fields what it holds
 */
record FormAnswer(FormFields fields) {

    private static final JsonCodec JSON = JsonCodec.camelCase();

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static FormAnswer of(Json json) {
        if (!json.first("formFields", "formfields").isArray()) {
            throw new IllegalStateException("the answer holds no form fields");
        }
        return new FormAnswer(JSON.read(JsonType.of(FormFields.class), JSON.write(json)));
    }
}
