package io.mostik.bridge.link;

import io.mostik.bridge.trigger.BridgeEvent;
import io.mostik.core.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a link sees of an event: its data, {@code event.at} and {@code event.id}, and what was done before. */
final class LinkData {

    /** The name under which a link finds when an event happened and its id. */
    static final String EVENT = "event";

    /** The name under which a link that withdraws finds what was done: fields and results of the last one. */
    static final String DONE = "withdrawn";

    private LinkData() {}

    static Json of(BridgeEvent event, Json done) {
        Map<String, Object> values = new LinkedHashMap<>();
        Json data = event.data();
        data.names().forEach(name -> data.get(name).value().ifPresent(value -> values.put(name, value)));
        values.put(EVENT, Map.of("at", event.at().toString(), "id", event.id()));
        done.value().ifPresent(value -> values.put(DONE, value));
        return Json.of(values);
    }
}
