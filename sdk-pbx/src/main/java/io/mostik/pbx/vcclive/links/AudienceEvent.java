package io.mostik.pbx.vcclive.links;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Something happened in a Mailchimp audience. Whoever may be called for it is its {@link #subscriber}: nobody, unless the
 * event is that a person has subscribed. {@code AudienceSync} also remembers who has left. Prints names only. Immutable.
 */
public final class AudienceEvent {

    /** A person has subscribed. */
    public static final String SUBSCRIBE = "subscribe";

    /** A person has unsubscribed. */
    public static final String UNSUBSCRIBE = "unsubscribe";

    /** A person has another address. */
    public static final String ADDRESS_CHANGED = "upemail";

    private final String type;
    private final Optional<String> firedAt;
    private final Map<String, String> fields;

    AudienceEvent(String type, Optional<String> firedAt, Map<String, String> fields) {
        this.type = Objects.requireNonNull(type, "type");
        this.firedAt = Objects.requireNonNull(firedAt, "firedAt");
        this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** Returns what happened, such as {@code subscribe}. */
    public String type() {
        return type;
    }

    /** Returns when, as the audience writes it in {@code fired_at}, which is inferred. */
    public Optional<String> firedAt() {
        return firedAt;
    }

    /** Returns the person who may be called; empty unless a person has subscribed, and told the address. */
    public Optional<Subscriber> subscriber() {
        return type.equals(SUBSCRIBE) ? email().map(address -> new Subscriber(address, fields)) : Optional.empty();
    }

    /** Returns the address of the person; of one with another address now, the new one. */
    public Optional<String> email() {
        return text("email").or(() -> text("new_email"));
    }

    /** Returns the address that the person had before. */
    public Optional<String> formerEmail() {
        return text("old_email");
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(fields.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Returns all that it tells, by names such as {@code email} and {@code merges.FNAME}. */
    public Map<String, String> fields() {
        return fields;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AudienceEvent that
                && type.equals(that.type)
                && firedAt.equals(that.firedAt)
                && fields.equals(that.fields);
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, firedAt, fields);
    }

    @Override
    public String toString() {
        return "AudienceEvent[" + type + " " + fields.keySet() + "]";
    }
}
