package io.mostik.salesautopilot;

import java.util.List;
import java.util.Map;

/** The verbs that public clients use where they disagree, the better one first. */
final class Verbs {

    static final Map<String, List<String>> SEEN = Map.of(
            "subscribers.update", List.of("PUT", "POST"),
            "subscribers.updateBy", List.of("PUT", "POST"),
            "subscribers.updateAll", List.of("PUT", "POST"),
            "subscribers.list", List.of("POST", "GET"),
            "subscribers.findBy", List.of("GET", "POST"),
            "subscribers.count", List.of("GET", "POST"));

    private Verbs() {}
}
