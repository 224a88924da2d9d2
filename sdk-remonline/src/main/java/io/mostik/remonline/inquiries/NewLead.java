package io.mostik.remonline.inquiries;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import org.immutables.value.Value;

/** A lead to make. */
@Value.Immutable
@JsonSerialize(as = ImmutableNewLead.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface NewLead extends LeadFields {

    /** Returns the id of the type. */
    long leadtypeId();

    /** Refuses a lead that names nobody. */
    @Value.Check
    default void check() {
        if (clientId().isEmpty() && (contactPhone().isEmpty() || contactName().isEmpty())) {
            throw new IllegalArgumentException("clientId, or contactPhone with contactName, must be given");
        }
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a lead to make. */
    final class Builder extends ImmutableNewLead.Builder {
        Builder() {}
    }
}
