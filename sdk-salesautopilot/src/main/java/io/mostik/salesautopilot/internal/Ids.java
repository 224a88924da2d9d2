package io.mostik.salesautopilot.internal;

import io.mostik.core.json.Json;
import java.util.Optional;

/** Ids in answers whose shape is not documented. */
public final class Ids {

    private Ids() {}

    /** Returns an id; empty for what can be none: no number, a fraction, a number below 1 or beyond the range of ids. */
    public static Optional<Long> of(Json id) {
        return id.wholeNumber().filter(number -> number > 0);
    }
}
