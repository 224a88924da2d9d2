package io.mostik.datahub.connector;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A status of an account.
 *
 * @param id of the status, unique among those of the account
 * @param name as people call it
 * @param group the number of the vendor's group of statuses
 * @param groupName what the account calls that group
 * @param stage what the vendor means by it
 */
public record FunnelStatus(
        String id, Optional<String> name, OptionalInt group, Optional<String> groupName, Optional<Stage> stage) {

    /** What a status means for a deal. */
    public enum Stage {
        /** Nobody works on it yet. */
        NEW,
        /** Somebody works on it. */
        UNDER_WAY,
        /** It ended well. */
        WON,
        /** It ended otherwise. */
        LOST
    }

    /** Returns a status that has a name and nothing else. */
    public static FunnelStatus of(String id, String name) {
        return new FunnelStatus(id, Optional.of(name), OptionalInt.empty(), Optional.empty(), Optional.empty());
    }
}
