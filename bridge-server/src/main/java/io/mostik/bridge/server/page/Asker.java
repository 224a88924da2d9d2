package io.mostik.bridge.server.page;

import io.mostik.bridge.Person.Role;
import java.util.Objects;

/**
 * Who asks, and in which language the answer is.
 *
 * @param name as it stands in decisions
 * @param language {@code en}, {@code ru}, {@code hu} or {@code pl}
 */
public record Asker(String name, Role role, String language) {

    /** Checks that no part is missing. */
    public Asker {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(language, "language");
    }

    /** Refuses unless the role is at least this one. */
    public void need(Role least) {
        if (role.compareTo(least) < 0) {
            throw new OfficeException(403, "this needs the role " + least.name().toLowerCase(java.util.Locale.ROOT));
        }
    }
}
