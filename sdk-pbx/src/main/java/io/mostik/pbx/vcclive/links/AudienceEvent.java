package io.mostik.pbx.vcclive.links;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Something happened in a Mailchimp audience. Prints names only. Immutable.
 *
 * @param type what happened, such as {@code subscribe}
 * @param fields the data by name: {@code email}, and {@code merges.FNAME} and so on for merge fields
 */
public record AudienceEvent(String type, Map<String, String> fields) {

    /** A person has subscribed. */
    public static final String SUBSCRIBE = "subscribe";

    /** Keeps an unchangeable copy. */
    public AudienceEvent {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** Returns whether a person has subscribed. */
    public boolean isSubscription() {
        return type.equals(SUBSCRIBE);
    }

    /** Returns the address of the person. */
    public Optional<String> email() {
        return Optional.ofNullable(fields.get("email"));
    }

    @Override
    public String toString() {
        return "AudienceEvent[" + type + " " + fields.keySet() + "]";
    }
}
