package io.mostik.pbx.vcclive.records;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Redacted;
import io.mostik.pbx.PhoneNumber;
import io.mostik.pbx.vcclive.internal.E164Writer;
import java.util.Optional;
import org.immutables.value.Value;

/** Whom one phone number of a record reaches. */
@Value.Immutable
@JsonSerialize(as = ImmutableNewContact.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface NewContact {

    /** Returns the number: digits with country code, without plus, such as {@code 36301112233}. */
    @Redacted
    String phone();

    /** Returns the person's name. */
    @Redacted
    Optional<String> name();

    /** Returns the person's title or role. */
    @Redacted
    Optional<String> title();

    /** Returns the person's e-mail. */
    @Redacted
    Optional<String> email();

    /** Returns the region whose national form the number may have, in two letters; {@code HU} by default. Not sent. */
    @JsonIgnore
    @Value.Auxiliary
    @Value.Default
    default String region() {
        return PhoneNumber.HUNGARY;
    }

    /** Writes the number as the vendor takes it, and refuses what is none. */
    @Value.Check
    default NewContact check() {
        String wire = E164Writer.of("phone", phone(), region());
        return wire.equals(phone()) ? this : builder().from(this).phone(wire).build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a contact. */
    final class Builder extends ImmutableNewContact.Builder {
        Builder() {}
    }
}
