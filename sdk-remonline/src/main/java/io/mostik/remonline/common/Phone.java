package io.mostik.remonline.common;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Redacted;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A phone number of a person or an organisation. Read from an object or from a bare text; the number is not printed.
 */
@Value.Immutable
@JsonDeserialize(using = PhoneReader.class)
@JsonSerialize(as = ImmutablePhone.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface Phone {

    /** Returns the number, as typed in. */
    @Redacted
    String phone();

    /** Returns what it is called, such as "Mobile". */
    Optional<String> title();

    /** Returns whether messages may be sent to it. */
    @JsonProperty("notify")
    Optional<Boolean> notified();

    /** Returns whether it is known to Viber. */
    Optional<Boolean> hasViber();

    /** Returns whether it is known to WhatsApp. */
    Optional<Boolean> hasWhatsapp();

    /**
     * Returns a number without further marks.
     *
     * @throws IllegalArgumentException if it holds no digit
     */
    static Phone of(String phone) {
        if (phone.chars().noneMatch(Character::isDigit)) {
            throw new IllegalArgumentException("phone holds no digit");
        }
        return builder().phone(phone).build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a phone number. */
    final class Builder extends ImmutablePhone.Builder {
        Builder() {}
    }
}
