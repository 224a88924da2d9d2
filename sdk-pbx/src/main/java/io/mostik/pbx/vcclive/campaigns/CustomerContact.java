package io.mostik.pbx.vcclive.campaigns;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.pbx.vcclive.internal.WirePhone;
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
    @Value.Redacted
    String phone();

    /** Returns the name. */
    @Value.Redacted
    Optional<String> name();

    /** Returns the e-mail. */
    @Value.Redacted
    Optional<String> email();

    /** Returns the title or role. */
    @Value.Redacted
    Optional<String> title();

    /** Writes the number as the vendor takes it, and refuses another order. */
    @Value.Check
    default CustomerContact check() {
        if (order() < 1 || order() > 9) {
            throw new IllegalArgumentException("order must be 1 to 9");
        }
        String wire = WirePhone.of("phone", phone());
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
