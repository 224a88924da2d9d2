package io.mostik.pbx.vipex.hooks;

import io.mostik.core.json.Json;
import java.util.List;
import java.util.Map;

/**
 * What a request holds.
 *
 * @param tree an object or an array
 * @param isJson whether the tree was written as JSON, be it in a parameter
 * @param parameters the parameters of the form or the query, if the tree came from them
 */
record Payload(Json tree, boolean isJson, Map<String, List<String>> parameters) {

    @Override
    public String toString() {
        return "Payload[" + tree + "]";
    }
}
