package io.mostik.testing.vcclive;

import static java.util.Objects.requireNonNull;

import io.mostik.testing.internal.JsonObject;
import java.time.Instant;
import java.util.Map;

/**
 * An e-mail in the log of a project.
 *
 * @param emailId its id
 * @param receivedAt when it came or went
 * @param direction {@code inbound} or {@code outbound}
 * @param from whose address it came from
 * @param to whom it went to
 * @param subject its subject
 */
public record VccEmail(long emailId, Instant receivedAt, String direction, String from, String to, String subject) {

    /** Rejects null components. */
    public VccEmail {
        requireNonNull(receivedAt, "receivedAt");
        if (!direction.matches("inbound|outbound")) {
            throw new IllegalArgumentException("direction must be inbound or outbound");
        }
    }

    Map<String, Object> describe() {
        return new JsonObject()
                .with("emailId", emailId)
                .with("queueId", 0)
                .with("subject", subject)
                .with("to", to)
                .with("from", from)
                .with("fromAddress", from)
                .with("firstLine", "")
                .with("receivedTime", VccTime.local(receivedAt))
                .with("receivedTime_utc", VccTime.utc(receivedAt))
                .with("emailSize", subject.length())
                .with("isSpam", 0)
                .with("isVirus", 0)
                .with("direction", direction)
                .with("lockUser", 0)
                .with("ticketNo", "")
                .with("entityId", 0);
    }

    /** Returns its id alone: the rest is personal. */
    @Override
    public String toString() {
        return "VccEmail " + emailId;
    }
}
