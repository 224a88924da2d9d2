package io.mostik.pbx.config;

import io.mostik.core.json.Redacted;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** What is known of how a PBX delivers its pushes: facts for those who run the receiver; nothing acts on them. Immutable. */
@Value.Immutable
public interface Delivery {

    /** Returns how often a push is sent in all until it is answered with success; empty if that is not known. */
    OptionalInt attempts();

    /** Returns what else there is to know, such as when the PBX switches the address off; may be empty. */
    @Redacted
    @Value.Default
    default String note() {
        return "";
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds it. */
    final class Builder extends ImmutableDelivery.Builder {
        Builder() {}
    }
}
