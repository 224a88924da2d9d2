package io.mostik.bankcards.tbank.operations;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import java.util.Optional;
import org.immutables.value.Value;

/** A side of an operation. Statement, webhook and their parts spell its properties differently; all are read. */
@Value.Immutable
@JsonDeserialize(builder = Party.Builder.class)
public interface Party extends Model {

    /** Returns the account. */
    @Redacted
    @JsonAlias("acct")
    Optional<String> account();

    /** Returns the name. */
    @Redacted
    Optional<String> name();

    /** Returns the tax number. */
    @Redacted
    Optional<String> inn();

    /** Returns the code of the reason for registration. */
    Optional<String> kpp();

    /** Returns the code of the bank. */
    @JsonAlias({"bicRu", "bankBic"})
    Optional<String> bic();

    /** Returns the name of the bank. */
    Optional<String> bankName();

    /** Returns the correspondent account of the bank. */
    @JsonAlias("corAcct")
    Optional<String> corrAccount();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a party. */
    final class Builder extends ImmutableParty.Builder {
        Builder() {}
    }
}
