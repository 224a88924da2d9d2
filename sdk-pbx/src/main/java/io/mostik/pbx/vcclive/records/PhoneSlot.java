package io.mostik.pbx.vcclive.records;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * One of the nine phone columns of a record. The contact of the same number belongs to it.
 *
 * @param value {@code phone1} to {@code phone9}
 */
public record PhoneSlot(@JsonValue String value) {

    private static final String PREFIX = "phone";

    /** Refuses anything but {@code phone1} to {@code phone9}. */
    public PhoneSlot {
        Objects.requireNonNull(value, "value");
        if (!value.matches("phone[1-9]")) {
            throw new IllegalArgumentException("phone slot must be phone1 to phone9");
        }
    }

    /** Returns the slot of this number, 1 to 9. */
    public static PhoneSlot of(int number) {
        return new PhoneSlot(PREFIX + number);
    }

    /** Returns its number, 1 to 9. */
    public int number() {
        return value.charAt(PREFIX.length()) - '0';
    }
}
