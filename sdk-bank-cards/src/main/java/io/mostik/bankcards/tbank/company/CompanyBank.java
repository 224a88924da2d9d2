package io.mostik.bankcards.tbank.company;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.util.Optional;
import org.immutables.value.Value;

/** The bank of a company. */
@Value.Immutable
@JsonDeserialize(builder = CompanyBank.Builder.class)
public interface CompanyBank extends Model {

    /** Returns its name. */
    Optional<String> bankName();

    /** Returns its address. */
    Optional<String> bankAddress();

    /** Returns its correspondent account. */
    Optional<String> corrAccount();

    /** Returns its tax number. */
    Optional<String> bankInn();

    /** Returns its code. */
    Optional<String> bankBic();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a bank. */
    final class Builder extends ImmutableCompanyBank.Builder {
        Builder() {}
    }
}
