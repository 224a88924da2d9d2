package io.mostik.pbx.vcclive.records;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import java.util.Optional;
import org.immutables.value.Value;

/** Whom one phone number of a record reaches. */
@Value.Immutable
@JsonDeserialize(builder = Contact.Builder.class)
public interface Contact extends Model {

    /** Returns the name. */
    @Redacted
    Optional<String> name();

    /** Returns the title or role. */
    @Redacted
    Optional<String> title();

    /** Returns the number, as the account has it. */
    @Redacted
    Optional<String> phone();

    /** Returns the e-mail. */
    @Redacted
    Optional<String> email();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a contact. */
    final class Builder extends ImmutableContact.Builder {
        Builder() {}
    }
}
