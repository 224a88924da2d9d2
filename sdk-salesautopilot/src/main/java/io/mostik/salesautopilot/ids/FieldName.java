package io.mostik.salesautopilot.ids;

import io.mostik.core.json.OpenValue;
import java.util.Objects;

/**
 * The technical name of a column. System columns start with {@code mssys_}; a list's own ones are lower-case Latin
 * letters, digits and underscores.
 *
 * @param value the name
 */
public record FieldName(String value) implements OpenValue {

    private static final int LONGEST = 64;

    /** Refuses what cannot be the name of a column. */
    public FieldName {
        Objects.requireNonNull(value, "field");
        boolean plain = value.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_');
        if (value.isEmpty() || value.length() > LONGEST || !plain) {
            throw new IllegalArgumentException(
                    "field must be 1 to " + LONGEST + " lower-case Latin letters, digits and underscores");
        }
    }

    /** Returns the column of this name. */
    public static FieldName of(String value) {
        return new FieldName(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
