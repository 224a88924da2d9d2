package io.mostik.bridge.intent;

import io.mostik.bridge.BridgeNames;
import io.mostik.bridge.Fields;
import java.util.Objects;

/**
 * What a person found out.
 *
 * @param happened whether it happened
 * @param sendAgain whether it is sent again, if it did not
 * @param results what the vendor gave, if it did
 * @param who the person
 * @param reason why that is so
 */
public record Resolution(boolean happened, boolean sendAgain, Fields results, String who, String reason) {

    /** Checks the parts. */
    public Resolution {
        Objects.requireNonNull(results, "results");
        who = BridgeNames.key("who", who);
        if (reason.isBlank()) {
            throw new IllegalArgumentException("reason must not be empty");
        }
        if (happened && sendAgain) {
            throw new IllegalArgumentException("what happened is not sent again");
        }
    }

    /** Returns that it happened. */
    public static Resolution happened(Fields results, String who, String reason) {
        return new Resolution(true, false, results, who, reason);
    }

    /** Returns that it did not happen, and will not for this document. */
    public static Resolution notHappened(String who, String reason) {
        return new Resolution(false, false, Fields.none(), who, reason);
    }

    /** Returns that it did not happen, and is to be sent again. */
    public static Resolution sendAgain(String who, String reason) {
        return new Resolution(false, true, Fields.none(), who, reason);
    }
}
