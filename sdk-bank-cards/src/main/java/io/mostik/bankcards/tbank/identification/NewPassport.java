package io.mostik.bankcards.tbank.identification;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Redacted;
import java.util.Map;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/** A passport. Prints no personal data. The bank asks for more than is documented, at least for the day of issue. */
@Value.Immutable
@JsonSerialize(as = ImmutableNewPassport.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface NewPassport {

    /** What a series looks like. */
    Pattern SERIES = Pattern.compile("\\d{4}");

    /** What a number looks like. */
    Pattern NUMBER = Pattern.compile("\\d{6}");

    /** Returns the series: four digits. */
    @Redacted
    String series();

    /** Returns the number: six digits. */
    @Redacted
    String number();

    /** Returns who issued it. */
    @Redacted
    String issuerName();

    /** Returns the code of who issued it. */
    @Redacted
    String issuerCode();

    /** Returns further properties by the bank's names. */
    @Redacted
    @JsonAnyGetter
    Map<String, String> more();

    /** Refuses what the bank would refuse. */
    @Value.Check
    default void check() {
        if (!SERIES.matcher(series()).matches() || !NUMBER.matcher(number()).matches()) {
            throw new IllegalArgumentException("series must have four digits and number six");
        }
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a passport. */
    final class Builder extends ImmutableNewPassport.Builder {
        Builder() {}
    }
}
