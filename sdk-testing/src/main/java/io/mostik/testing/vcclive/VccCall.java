package io.mostik.testing.vcclive;

import java.time.Duration;
import java.time.Instant;

/**
 * A finished call of the dialer, with the disposition an agent gave it.
 *
 * @param startedAt when the conversation began
 * @param talkTime how long it took
 */
public record VccCall(
        String uuid,
        long projectId,
        long numberId,
        long userId,
        long dispositionId,
        String description,
        String source,
        String destination,
        Instant startedAt,
        Duration talkTime) {

    /** Returns when the call ended. */
    public Instant endedAt() {
        return startedAt.plus(talkTime);
    }

    /** Returns the call id alone: the numbers are personal. */
    @Override
    public String toString() {
        return "VccCall " + uuid;
    }
}
