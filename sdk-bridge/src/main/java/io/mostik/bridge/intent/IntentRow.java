package io.mostik.bridge.intent;

import java.time.Instant;
import java.util.Optional;

/**
 * A row of the journal.
 *
 * @param intent what everybody may see
 * @param digest of its content
 * @param isHolding whether an unknown outcome holds its subject
 * @param isBegun whether something may have been sent
 * @param begunAt when that was first so
 * @param isInDoubt whether it may have been sent before a restore, so that it is read back first
 * @param alarm the number of its alarm: older ones mean nothing
 */
record IntentRow(
        Intent intent,
        String digest,
        boolean isHolding,
        boolean isBegun,
        Optional<Instant> begunAt,
        boolean isInDoubt,
        int alarm) {

    /** Returns the name of the alarm with this number. */
    String alarmName(int number) {
        return alarmName(intent.id(), number);
    }

    /** Returns the name of an alarm of an intent. */
    static String alarmName(String id, int number) {
        return id + "." + number;
    }

    /** Returns whether the time for a first try is over. */
    boolean isLate(Instant now) {
        return intent.validUntil().filter(until -> !now.isBefore(until)).isPresent();
    }

    /** Returns the row after one more change, of which only the version matters. */
    IntentRow moved() {
        Intent now = new Intent(
                intent.id(),
                intent.key(),
                intent.connection(),
                intent.fields(),
                intent.state(),
                intent.nextStep(),
                intent.code(),
                intent.results(),
                intent.vendorSays(),
                intent.subject(),
                intent.event(),
                intent.acceptedAt(),
                intent.changedAt(),
                intent.validUntil(),
                intent.notBefore(),
                intent.tries(),
                intent.version() + 1);
        return new IntentRow(now, digest, isHolding, isBegun, begunAt, isInDoubt, alarm);
    }
}
