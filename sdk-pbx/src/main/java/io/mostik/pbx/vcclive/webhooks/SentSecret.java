package io.mostik.pbx.vcclive.webhooks;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.mostik.core.Secret;
import java.util.Objects;

/** Something that the vendor sends and that must not be shown, such as the new password of a user. Prints a mask. */
public final class SentSecret {

    private final String value;

    private SentSecret(String value) {
        this.value = value;
    }

    /** Returns one of this content. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SentSecret of(String value) {
        return new SentSecret(Objects.requireNonNull(value, "value"));
    }

    /** Returns the content, which may be empty. */
    public String reveal() {
        return value;
    }

    /**
     * Returns the content as a secret.
     *
     * @throws IllegalArgumentException if it is blank or holds a control character
     */
    public Secret toSecret() {
        return Secret.of(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SentSecret that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
