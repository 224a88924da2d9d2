package io.mostik.bankcards.tbank.company;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/** The company to which the token belongs. */
@Value.Immutable
@JsonDeserialize(builder = Company.Builder.class)
public interface Company extends Model {

    /** Returns its name. */
    Optional<String> name();

    /** Returns its city. */
    Optional<String> city();

    /** Returns how it is registered. */
    Optional<CompanyRequisites> requisites();

    /** Returns its bank. */
    Optional<CompanyBank> bank();

    /** Returns {@code active}, {@code liquidating}, {@code liquidated}, {@code bankrupting}, {@code bankrupted} or {@code unknown}; an open list. */
    Optional<String> legalStatus();

    /** Returns the day of its registration. */
    Optional<LocalDate> registrationDate();

    /** Returns its legal form. */
    Optional<String> opf();

    /** Returns how it is taxed. */
    Optional<String> taxationScheme();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a company. */
    final class Builder extends ImmutableCompany.Builder {
        Builder() {}
    }
}
