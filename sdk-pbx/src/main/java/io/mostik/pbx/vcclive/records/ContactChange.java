package io.mostik.pbx.vcclive.records;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.pbx.vcclive.internal.WirePhone;
import java.util.Optional;
import org.immutables.value.Value;

/** What to set on a contact. What is left out is not sent. */
@Value.Immutable
@JsonSerialize(as = ImmutableContactChange.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface ContactChange {

    /** Returns the title or role. */
    @Value.Redacted
    Optional<String> title();

    /** Returns the name. */
    @Value.Redacted
    Optional<String> name();

    /** Returns the number: digits with country code, without plus. */
    @Value.Redacted
    Optional<String> phone();

    /** Returns the e-mail. */
    @Value.Redacted
    Optional<String> email();

    /** Writes the number as the vendor takes it, and refuses a change of nothing. */
    @Value.Check
    default ContactChange check() {
        if (title().isEmpty() && name().isEmpty() && phone().isEmpty() && email().isEmpty()) {
            throw new IllegalArgumentException("change must name something to set");
        }
        Optional<String> wire = phone().map(number -> WirePhone.of("phone", number));
        return wire.equals(phone()) ? this : builder().from(this).phone(wire).build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a change. */
    final class Builder extends ImmutableContactChange.Builder {
        Builder() {}
    }
}
