package io.mostik.pbx.vcclive;

import io.mostik.core.Effect;
import io.mostik.core.json.Json;
import io.mostik.core.json.ModelStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * A call that this client has no method for, such as those the vendor names without describing them: the opt-out
 * (Robinson) list, outbound numbers, the dashboard, changing a user. Immutable.
 */
@Value.Immutable
@ModelStyle
public interface RawRequest {

    /** Returns what the call does at the vendor; it decides whether it may be repeated. Take {@code ONCE} if in doubt. */
    Effect effect();

    /** Returns the verb: GET, POST, PUT or DELETE. */
    String method();

    /** Returns the segments of the path below the address of the client; each is encoded, none can leave its place. */
    List<String> path();

    /** Returns the query parameters in their order. */
    @Value.Redacted
    Map<String, String> query();

    /** Returns the body; POST and PUT have one. */
    Optional<Json> body();

    /** Refuses other verbs, an empty path, and a body where there is none. */
    @Value.Check
    default void check() {
        if (!Set.of("GET", "POST", "PUT", "DELETE").contains(method())) {
            throw new IllegalArgumentException("method must be GET, POST, PUT or DELETE");
        }
        if (path().isEmpty()) {
            throw new IllegalArgumentException("path must not be empty");
        }
        if (body().isPresent() && (method().equals("GET") || method().equals("DELETE"))) {
            throw new IllegalArgumentException("body goes with POST and PUT only");
        }
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a request. */
    final class Builder extends ImmutableRawRequest.Builder {

        Builder() {}

        /** Sets the path, such as {@code /projects/134/records}. */
        public Builder path(String path) {
            if (!path.startsWith("/") || path.indexOf('?') >= 0 || path.indexOf('#') >= 0) {
                throw new IllegalArgumentException("path must start with a slash, and hold no query");
            }
            return path(List.of(path.substring(1).split("/", -1)));
        }
    }
}
