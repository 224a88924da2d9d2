package io.mostik.pbx.vcclive.internal;

import io.mostik.core.json.Json;
import java.util.OptionalLong;

/**
 * The envelope of an answer that tells the id of something new, or no more than {@code true}. Anything else does not prove
 * that it was added.
 *
 * @param response the id or {@code true}
 */
public record VccAdded(Json response) {

    /** Refuses an answer that proves nothing; the text ends up in the failure. */
    public VccAdded {
        if (!response.isTrue() && VccId.in(response).isEmpty()) {
            throw new IllegalStateException("response is neither an id nor true");
        }
    }

    /** Returns the id, where the vendor told it. */
    public OptionalLong id() {
        return VccId.in(response).map(OptionalLong::of).orElse(OptionalLong.empty());
    }
}
