package io.mostik.bankcards.tbank.company;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import java.util.Optional;
import org.immutables.value.Value;

/** How a company is registered. */
@Value.Immutable
@JsonDeserialize(builder = CompanyRequisites.Builder.class)
public interface CompanyRequisites extends Model {

    /** Returns the full name. */
    @Redacted
    Optional<String> fullName();

    /** Returns the name in another language. */
    Optional<String> foreignName();

    /** Returns the address. */
    @Redacted
    Optional<String> address();

    /** Returns the registered address. */
    @Redacted
    Optional<String> legalAddress();

    /** Returns the tax number. */
    @Redacted
    Optional<String> inn();

    /** Returns the code of the reason for registration. */
    Optional<String> kpp();

    /** Returns the state registration number. */
    Optional<String> ogrn();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the requisites. */
    final class Builder extends ImmutableCompanyRequisites.Builder {
        Builder() {}
    }
}
