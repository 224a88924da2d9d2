package io.mostik.bridge.server.config;

import java.util.Objects;

/** Somebody who may use the page. */
public record PersonSettings(String name, SecretSetting key, Role role) {

    /** Checks that no part is missing. */
    public PersonSettings {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(role, "role");
    }

    /** What somebody may do; each may do what the ones before may. */
    public enum Role {
        /** Sees, with values masked. */
        VIEWER,
        /** Shows values, pauses links, replays, and settles what moves no money. */
        OPERATOR,
        /** Settles what moves money. */
        APPROVER;

        /** Returns whether this role may do what another one may. */
        public boolean mayAs(Role other) {
            return compareTo(other) >= 0;
        }
    }
}
