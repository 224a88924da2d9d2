package io.mostik.testing.vcclive;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.LinkedHashMap;
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

    /** Refuses missing parts. */
    public VccEmail {
        requireNonNull(receivedAt, "receivedAt");
        if (!direction.matches("inbound|outbound")) {
            throw new IllegalArgumentException("direction must be inbound or outbound");
        }
    }

    Map<String, Object> describe() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("emailId", emailId);
        row.put("queueId", 0);
        row.put("subject", subject);
        row.put("to", to);
        row.put("from", from);
        row.put("fromAddress", from);
        row.put("firstLine", "");
        row.put("receivedTime", VccTime.local(receivedAt));
        row.put("receivedTime_utc", VccTime.utc(receivedAt));
        row.put("emailSize", subject.length());
        row.put("isSpam", 0);
        row.put("isVirus", 0);
        row.put("direction", direction);
        row.put("lockUser", 0);
        row.put("ticketNo", "");
        row.put("entityId", 0);
        return row;
    }

    /** Returns its id alone: the rest is personal. */
    @Override
    public String toString() {
        return "VccEmail " + emailId;
    }
}
