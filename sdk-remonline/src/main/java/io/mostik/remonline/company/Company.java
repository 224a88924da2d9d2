package io.mostik.remonline.company;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** The company that the key belongs to. */
@Value.Immutable
@JsonDeserialize(builder = Company.Builder.class)
public interface Company extends Model {

    /** Returns its name. */
    Optional<String> name();

    /** Returns its e-mail. */
    Optional<String> email();

    /** Returns its address. */
    Optional<String> address();

    /** Returns its country. */
    Optional<String> country();

    /** Returns its currency; all amounts of the account are in it. */
    Optional<String> currency();

    /** Returns the sign of the currency. */
    Optional<String> currencySymbol();

    /** Returns its time zone, for display: the API itself uses UTC. */
    Optional<String> timezone();

    /** Returns the address of its logo. */
    Optional<String> logo();

    /** Returns when it was made. */
    Optional<Instant> createdAt();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a company. */
    final class Builder extends ImmutableCompany.Builder {
        Builder() {}
    }
}
