package io.mostik.remonline.contacts;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import io.mostik.remonline.common.Named;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** An organisation. */
@Value.Immutable
@JsonDeserialize(builder = Organization.Builder.class)
public interface Organization extends ContactFields, Model {

    /** Returns its id. */
    long id();

    /** Returns when it was made. */
    Optional<Instant> createdAt();

    /** Returns when it was last changed. */
    Optional<Instant> modifiedAt();

    /** Returns the advertising campaign. */
    Optional<Named> adCampaign();

    /** Returns the name. */
    @Redacted
    Optional<String> name();

    /** Returns the number in the register of companies. */
    Optional<String> businessRegistrationNumber();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an organisation. */
    final class Builder extends ImmutableOrganization.Builder {
        Builder() {}
    }
}
