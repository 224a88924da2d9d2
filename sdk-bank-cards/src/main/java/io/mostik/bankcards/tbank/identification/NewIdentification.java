package io.mostik.bankcards.tbank.identification;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Redacted;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/** An employee to identify. Prints no personal data. Experimental: the bank's page is cut off after the passport. */
@Value.Immutable
@JsonSerialize(as = ImmutableNewIdentification.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface NewIdentification {

    /** What a phone number of the bank looks like. */
    Pattern PHONE = Pattern.compile("\\+7\\d{10}");

    /** Returns the family name. */
    @Redacted
    String lastName();

    /** Returns the first name. */
    @Redacted
    String firstName();

    /** Returns the patronymic. */
    @Redacted
    Optional<String> secondName();

    /** Returns the day of birth. */
    @Redacted
    LocalDate birthDate();

    /** Returns the place of birth. */
    @Redacted
    String placeOfBirth();

    /** Returns the phone: {@code +7} and ten digits. */
    @Redacted
    String phoneNumber();

    /** Returns the passport. */
    @Redacted
    NewPassport passport();

    /** Returns further properties by the bank's names, such as an address. */
    @Redacted
    @JsonAnyGetter
    Map<String, String> more();

    /** Refuses what the bank would refuse. */
    @Value.Check
    default void check() {
        if (!PHONE.matcher(phoneNumber()).matches()) {
            throw new IllegalArgumentException("phoneNumber must be +7 and ten digits");
        }
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an employee. */
    final class Builder extends ImmutableNewIdentification.Builder {
        Builder() {}
    }
}
