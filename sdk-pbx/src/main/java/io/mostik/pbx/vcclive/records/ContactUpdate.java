package io.mostik.pbx.vcclive.records;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Redacted;
import io.mostik.pbx.PhoneNumber;
import io.mostik.pbx.vcclive.internal.E164Writer;
import java.util.Optional;
import org.immutables.value.Value;

/** What to set on a contact. What is left out is not sent. */
@Value.Immutable
@JsonSerialize(as = ImmutableContactUpdate.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface ContactUpdate {

    /** Returns the title or role. */
    @Redacted
    Optional<String> title();

    /** Returns the name. */
    @Redacted
    Optional<String> name();

    /** Returns the number: digits with country code, without plus. */
    @Redacted
    Optional<String> phone();

    /** Returns the e-mail. */
    @Redacted
    Optional<String> email();

    /** Returns the region whose national form the number may have, in two letters; {@code HU} by default. Not sent. */
    @JsonIgnore
    @Value.Auxiliary
    @Value.Default
    default String region() {
        return PhoneNumber.HUNGARY;
    }

    /** Writes the number as the vendor takes it, and refuses a change of nothing. */
    @Value.Check
    default ContactUpdate check() {
        if (title().isEmpty() && name().isEmpty() && phone().isEmpty() && email().isEmpty()) {
            throw new IllegalArgumentException("change must name something to set");
        }
        Optional<String> wire = phone().map(number -> E164Writer.of("phone", number, region()));
        return wire.equals(phone()) ? this : builder().from(this).phone(wire).build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a change. */
    final class Builder extends ImmutableContactUpdate.Builder {
        Builder() {}
    }
}
