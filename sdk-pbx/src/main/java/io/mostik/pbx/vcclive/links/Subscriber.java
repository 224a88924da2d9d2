package io.mostik.pbx.vcclive.links;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A person who has just subscribed, and so may be called. There is none for any other event. Prints names only. Immutable.
 *
 * @param email the address
 * @param fields the data by name: {@code email}, and {@code merges.FNAME} and so on for merge fields; of one with several
 *     values, each by its position, as {@code merges.LIKES.0}
 */
public record Subscriber(String email, Map<String, String> fields) {

    /** Keeps an unmodifiable copy. */
    public Subscriber {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    @Override
    public String toString() {
        return "Subscriber" + fields.keySet();
    }
}
