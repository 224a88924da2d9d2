package io.mostik.pbx.vcclive.records;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Json;
import io.mostik.core.json.Redacted;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A record to add to a project: somebody to call. */
@Value.Immutable
@JsonSerialize(as = ImmutableNewRecord.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface NewRecord {

    /** Returns the custom fields by name, {@code phone1} to {@code phone9} among them. */
    @Redacted(keys = true)
    Map<String, FormValue> form();

    /** Returns whom the phone numbers reach. */
    @Redacted
    Map<PhoneSlot, NewContact> contacts();

    /** Returns the first disposition. */
    Optional<NewDisposition> disposition();

    /** Returns which number to dial next. */
    @JsonProperty("phone_field")
    Optional<PhoneSlot> phoneField();

    /** Returns when to dial next, in the account's local time. */
    @JsonProperty("next_calldate")
    @JsonFormat(pattern = "yyyy-MM-dd HH:mm:ss")
    Optional<LocalDateTime> nextCallDate();

    /** Returns the commissions of agent and call centre; the vendor does not publish the names inside. */
    Optional<Json> premium();

    /** Refuses an empty form and fields without a name. */
    @Value.Check
    default void check() {
        if (form().isEmpty()) {
            throw new IllegalArgumentException("form must not be empty");
        }
        if (form().keySet().stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("form must not hold a field without a name");
        }
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a record. */
    final class Builder extends ImmutableNewRecord.Builder {

        Builder() {}

        /** Sets a custom field. */
        public Builder field(String name, FormValue value) {
            return putForm(name, value);
        }

        /** Sets a custom field to a text. */
        public Builder field(String name, String text) {
            return putForm(name, FormValue.text(text));
        }

        /** Sets the number of a slot, and whom it reaches. */
        public Builder contact(PhoneSlot slot, NewContact contact) {
            return field(slot.value(), contact.phone()).putContact(slot, contact);
        }
    }
}
