package io.mostik.remonline.common;

import io.mostik.core.json.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the account's own fields are written in bodies of the generations before version 2: of leads, assets and products,
 * and of orders and clients of the token generation. The official file declares a text that contains JSON; of live
 * clients one sends such a text and one an object. Version 2 always gets an object.
 */
public enum CustomFieldStyle {
    /** {@code "custom_fields": "{\"f7010001\":\"red\"}"}, as documented. */
    TEXT,
    /** {@code "custom_fields": {"f7010001": "red"}}. */
    OBJECT;

    private static final String FIELD = "custom_fields";
    private static final JsonCodec JSON =
            JsonCodec.builder().snakeCase().wholeSeconds().build();

    /** Returns the properties of a body as they are sent; absent ones are left out. */
    public Map<String, Object> write(Object body) {
        Map<String, Object> written = new LinkedHashMap<>(JSON.fields(body));
        if (this == TEXT) {
            written.computeIfPresent(FIELD, (name, fields) -> new String(JSON.write(fields), StandardCharsets.UTF_8));
        }
        return written;
    }
}
