package io.mostik.salesautopilot.records;

import com.fasterxml.jackson.annotation.JsonValue;
import io.mostik.salesautopilot.ids.FieldName;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Values to write into the columns of a record, in the vendor's spelling. Immutable; prints the names only. */
public final class RecordFields {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final Map<FieldName, Object> values;

    private RecordFields(Map<FieldName, Object> values) {
        this.values = values;
    }

    /** Returns no values. */
    public static RecordFields none() {
        return builder().build();
    }

    /** Returns a builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns what is sent, by column. */
    @JsonValue
    public Map<String, Object> toMap() {
        Map<String, Object> sent = new LinkedHashMap<>();
        values.forEach((field, value) -> sent.put(field.value(), value));
        return sent;
    }

    /** Returns what is sent for a column, as text. */
    public Optional<String> text(FieldName field) {
        return Optional.ofNullable(values.get(field))
                .map(value -> value instanceof BigDecimal number ? number.toPlainString() : value.toString());
    }

    /** Returns whether there is nothing to write. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Returns these values with some more; of two for the same column the newer one counts. */
    public RecordFields with(RecordFields more) {
        Map<FieldName, Object> all = new LinkedHashMap<>(values);
        all.putAll(more.values);
        return new RecordFields(all);
    }

    /** Returns these values without those for a column. */
    public RecordFields without(FieldName field) {
        Map<FieldName, Object> rest = new LinkedHashMap<>(values);
        rest.remove(field);
        return new RecordFields(rest);
    }

    /**
     * Returns those values that a record does not have yet, which is what an update would change. Values given as numbers are
     * compared as numbers, all others character by character.
     */
    public RecordFields changesTo(ContactRecord record) {
        Map<FieldName, Object> changes = new LinkedHashMap<>(values);
        changes.entrySet().removeIf(entry -> isSame(entry.getValue(), record, entry.getKey()));
        return new RecordFields(changes);
    }

    private static boolean isSame(Object wanted, ContactRecord record, FieldName field) {
        if (!(wanted instanceof Number)) {
            return wanted.toString().equals(record.text(field).orElse(""));
        }
        BigDecimal number = wanted instanceof BigDecimal decimal ? decimal : new BigDecimal(wanted.toString());
        return record.get(field)
                .number()
                .filter(present -> present.compareTo(number) == 0)
                .isPresent();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordFields that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "RecordFields" + values.keySet();
    }

    /** Collects values. */
    public static final class Builder {

        private final Map<FieldName, Object> values = new LinkedHashMap<>();

        private Builder() {}

        /** Writes a text; for a select or radio column the value of the option, not its label. */
        public Builder set(FieldName field, String value) {
            return put(field, value);
        }

        /** Writes a whole number. */
        public Builder set(FieldName field, long value) {
            return put(field, value);
        }

        /** Writes a decimal. */
        public Builder set(FieldName field, BigDecimal value) {
            return put(field, value);
        }

        /** Writes a flag, as {@code "1"} or {@code "0"}. */
        public Builder set(FieldName field, boolean value) {
            return put(field, value ? "1" : "0");
        }

        /** Writes a day. */
        public Builder set(FieldName field, LocalDate value) {
            return put(field, Objects.requireNonNull(value, "value").toString());
        }

        /** Writes a time to the second; the vendor does not say its zone, Europe/Budapest fits. */
        public Builder set(FieldName field, LocalDateTime value) {
            return put(field, SECONDS.format(value));
        }

        /** Empties a text column. */
        public Builder clearText(FieldName field) {
            return put(field, "");
        }

        /** Sets a number column to the vendor's "none". */
        public Builder clearNumber(FieldName field) {
            return put(field, 0);
        }

        /** Sets a day column to the vendor's "none". */
        public Builder clearDate(FieldName field) {
            return put(field, "0000-00-00");
        }

        /** Sets a time column to the vendor's "none". */
        public Builder clearDateTime(FieldName field) {
            return put(field, "0000-00-00 00:00:00");
        }

        /** Writes the e-mail address. */
        public Builder email(String email) {
            return put(SystemField.EMAIL, email);
        }

        /** Writes the given name. */
        public Builder firstName(String name) {
            return put(SystemField.FIRSTNAME, name);
        }

        /** Writes the family name. */
        public Builder lastName(String name) {
            return put(SystemField.LASTNAME, name);
        }

        /** Writes the mobile number. */
        public Builder mobile(String number) {
            return put(SystemField.MOBILE, number);
        }

        /** Writes the address of the visitor's machine. */
        public Builder ipAddress(String address) {
            return put(SystemField.IPADDRESS, address);
        }

        /** Writes the page from which the visitor came. */
        public Builder refererPage(String page) {
            return put(SystemField.REFERER_PAGE, page);
        }

        /** Returns the values. */
        public RecordFields build() {
            return new RecordFields(new LinkedHashMap<>(values));
        }

        private Builder put(FieldName field, Object value) {
            values.put(Objects.requireNonNull(field, "field"), Objects.requireNonNull(value, field.value()));
            return this;
        }
    }
}
