package io.mostik.pbx.vcclive.users;

import io.mostik.core.Secret;
import io.mostik.core.json.Redacted;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A user to add. The newest page of the vendor calls everything mandatory, an older sample leaves out e-mail and phone.
 */
@Value.Immutable
public interface NewUser {

    /** Returns the name. */
    @Redacted
    String name();

    /** Returns the login name. */
    String username();

    /** Returns the first password, as the account demands it. */
    Secret password();

    /** Returns whether the user makes calls. */
    boolean isAgent();

    /** Returns the id of the role. */
    long roleId();

    /** Returns the e-mail. */
    @Redacted
    Optional<String> email();

    /** Returns the number under which to reach the user. */
    @Redacted
    Optional<String> contactPhone();

    /** Refuses blank names. */
    @Value.Check
    default void check() {
        if (name().isBlank() || username().isBlank()) {
            throw new IllegalArgumentException("name and username must not be blank");
        }
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an user. */
    final class Builder extends ImmutableNewUser.Builder {
        Builder() {}
    }
}
