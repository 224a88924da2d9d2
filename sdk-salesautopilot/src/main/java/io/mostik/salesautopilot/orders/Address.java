package io.mostik.salesautopilot.orders;

import io.mostik.core.json.Redacted;
import io.mostik.salesautopilot.ids.FieldName;
import io.mostik.salesautopilot.records.RecordFields;
import java.util.Locale;
import java.util.Optional;
import org.immutables.value.Value;

/** A billing or delivery address. Prints nothing personal. */
@Value.Immutable
public interface Address {

    /** Returns the person or company. */
    @Redacted
    Optional<String> company();

    /** Returns the country, as ISO 3166 alpha-2 in letters of any case; sent in small ones. */
    Optional<String> country();

    /** Returns the state. */
    Optional<String> state();

    /** Returns the postal code. */
    @Redacted
    Optional<String> zip();

    /** Returns the city. */
    @Redacted
    Optional<String> city();

    /** Returns street and number. */
    @Redacted
    Optional<String> address();

    /** Refuses countries that are not two letters. */
    @Value.Check
    default void check() {
        if (country().filter(code -> !code.matches("[A-Za-z]{2}")).isPresent()) {
            throw new IllegalArgumentException("country must be ISO 3166 alpha-2");
        }
    }

    /** Returns the columns of a billing address. */
    default RecordFields asBilling() {
        return columns("mssys_bill_");
    }

    /** Returns the columns of a delivery address. */
    default RecordFields asDelivery() {
        return columns("mssys_postal_");
    }

    private RecordFields columns(String prefix) {
        RecordFields.Builder columns = RecordFields.builder();
        company().ifPresent(value -> columns.set(FieldName.of(prefix + "company"), value));
        country().ifPresent(value -> columns.set(FieldName.of(prefix + "country"), value.toLowerCase(Locale.ROOT)));
        state().ifPresent(value -> columns.set(FieldName.of(prefix + "state"), value));
        zip().ifPresent(value -> columns.set(FieldName.of(prefix + "zip"), value));
        city().ifPresent(value -> columns.set(FieldName.of(prefix + "city"), value));
        address().ifPresent(value -> columns.set(FieldName.of(prefix + "address"), value));
        return columns.build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the values. */
    final class Builder extends ImmutableAddress.Builder {
        Builder() {}
    }
}
