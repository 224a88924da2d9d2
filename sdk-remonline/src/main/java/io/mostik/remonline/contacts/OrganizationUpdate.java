package io.mostik.remonline.contacts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Redacted;
import java.util.Optional;
import org.immutables.value.Value;

/** Changes to an organisation; absent properties keep their value. */
@Value.Immutable
@JsonSerialize(as = ImmutableOrganizationUpdate.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface OrganizationUpdate extends ContactFields {

    /** Returns the name. */
    @Redacted
    Optional<String> name();

    /** Returns the number in the register of companies. */
    Optional<String> businessRegistrationNumber();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a change. */
    final class Builder extends ImmutableOrganizationUpdate.Builder {
        Builder() {}
    }
}
