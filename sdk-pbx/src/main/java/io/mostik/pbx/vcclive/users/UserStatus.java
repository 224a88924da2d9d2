package io.mostik.pbx.vcclive.users;

import io.mostik.core.json.OpenValue;

/**
 * Whether a user may log in. An open set: a newer word is kept as it came.
 *
 * @param value the vendor's word
 */
public record UserStatus(String value) implements OpenValue {

    /** May log in. */
    public static final UserStatus ACTIVE = new UserStatus("active");

    /** May not. */
    public static final UserStatus INACTIVE = new UserStatus("inactive");

    /** Checks that there is a value. */
    public UserStatus {
        OpenValue.check(value);
    }
}
