package io.mostik.pbx.vcclive.users;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * Whether a user may log in. An open set: a word newer than this SDK arrives as itself.
 *
 * @param value the vendor's word
 */
public record UserStatus(@JsonValue String value) {

    /** May log in. */
    public static final UserStatus ACTIVE = new UserStatus("active");

    /** May not. */
    public static final UserStatus INACTIVE = new UserStatus("inactive");

    /** Refuses a missing word. */
    public UserStatus {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the one of this word. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static UserStatus of(String value) {
        return new UserStatus(value);
    }
}
