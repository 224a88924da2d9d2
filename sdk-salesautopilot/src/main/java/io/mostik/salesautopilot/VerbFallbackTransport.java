package io.mostik.salesautopilot;

import io.mostik.core.http.ApiRequest;
import io.mostik.core.http.ApiResponse;
import io.mostik.core.http.Transport;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sends a call again with its other verb after 405, and remembers which one works: public clients disagree about some.
 * With 405 the vendor has refused the call, so this is safe for calls that must not happen twice.
 */
final class VerbFallbackTransport implements Transport {

    private static final int METHOD_NOT_ALLOWED = 405;

    private final Transport next;
    private final Map<String, List<String>> verbs;
    private final Map<String, String> working = new ConcurrentHashMap<>();

    VerbFallbackTransport(Transport next, Map<String, List<String>> verbs) {
        this.next = next;
        this.verbs = Map.copyOf(verbs);
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        List<String> candidates = verbs.getOrDefault(request.operation(), List.of(request.method()));
        String first = working.getOrDefault(request.operation(), candidates.get(0));
        ApiResponse response = next.send(request.withMethod(first));
        if (response.status() != METHOD_NOT_ALLOWED) {
            return response;
        }
        for (String other : candidates) {
            if (!other.equals(first)) {
                response = next.send(request.withMethod(other));
                if (response.status() != METHOD_NOT_ALLOWED) {
                    working.put(request.operation(), other);
                    return response;
                }
            }
        }
        return response;
    }
}
