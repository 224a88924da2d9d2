package io.mostik.bridge;

import io.mostik.core.Secret;
import java.util.Objects;

/**
 * Somebody who looks at what the bridge does and settles what it cannot find out.
 *
 * @param name as it stands in decisions
 * @param key what the person proves to be one by
 * @param role what the person may do
 */
public record Person(String name, Secret key, Role role) {

    /** What a person may do; each may what those before may. */
    public enum Role {
        /** Looks only. */
        VIEWER,
        /** Settles and tries again what moves no money. */
        OPERATOR,
        /** Settles what moves money too. */
        APPROVER
    }

    /** Checks the parts. */
    public Person {
        name = BridgeNames.key("person", name);
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(role, "role");
    }

    /**
     * Returns whether the person may settle an intent.
     *
     * @param movesMoney whether its action does
     */
    public boolean maySettle(boolean movesMoney) {
        return movesMoney ? role == Role.APPROVER : role != Role.VIEWER;
    }
}
