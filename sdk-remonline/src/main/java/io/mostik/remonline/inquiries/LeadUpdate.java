package io.mostik.remonline.inquiries;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import org.immutables.value.Value;

/** The new values of a lead; the vendor requires the status each time. */
@Value.Immutable
@JsonSerialize(as = ImmutableLeadUpdate.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface LeadUpdate extends LeadFields {

    /** Returns the id of the lead. */
    long leadId();

    /** Returns the id of the status. */
    long statusId();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a change. */
    final class Builder extends ImmutableLeadUpdate.Builder {
        Builder() {}
    }
}
