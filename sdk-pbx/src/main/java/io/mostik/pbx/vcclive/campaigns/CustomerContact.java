package io.mostik.pbx.vcclive.campaigns;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Redacted;
import io.mostik.pbx.PhoneNumber;
import io.mostik.pbx.vcclive.internal.E164Writer;
import java.util.Optional;
import org.immutables.value.Value;

/** A way to reach a customer. */
@Value.Immutable
@JsonSerialize(as = ImmutableCustomerContact.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface CustomerContact {

    /** Returns which of the nine it is, 1 to 9. */
    int order();

    /** Returns the number: digits with country code, without plus. */
    @Redacted
    String phone();

    /** Returns the name. */
    @Redacted
    Optional<String> name();

    /** Returns the e-mail. */
    @Redacted
    Optional<String> email();

    /** Returns the title or role. */
    @Redacted
    Optional<String> title();

    /** Returns the region whose national form the number may have, in two letters; {@code HU} by default. Not sent. */
    @JsonIgnore
    @Value.Auxiliary
    @Value.Default
    default String region() {
        return PhoneNumber.HUNGARY;
    }

    /** Writes the number as the vendor takes it, and refuses another order. */
    @Value.Check
    default CustomerContact check() {
        if (order() < 1 || order() > 9) {
            throw new IllegalArgumentException("order must be 1 to 9");
        }
        String wire = E164Writer.of("phone", phone(), region());
        return wire.equals(phone()) ? this : builder().from(this).phone(wire).build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a contact. */
    final class Builder extends ImmutableCustomerContact.Builder {
        Builder() {}
    }
}
