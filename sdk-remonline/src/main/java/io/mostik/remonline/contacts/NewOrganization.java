package io.mostik.remonline.contacts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Redacted;
import java.util.Optional;
import org.immutables.value.Value;

/** An organisation to make. */
@Value.Immutable
@JsonSerialize(as = ImmutableNewOrganization.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface NewOrganization extends ContactFields {

    /** Returns the name. */
    @Redacted
    String name();

    /** Returns the number in the register of companies. */
    Optional<String> businessRegistrationNumber();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an organisation to make. */
    final class Builder extends ImmutableNewOrganization.Builder {
        Builder() {}
    }
}
