package io.mostik.pbx;

import io.mostik.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What is known of one call, during it or after it. */
@Value.Immutable
public interface CallRecord {

    /** Returns the PBX's id of the call. */
    Optional<String> callId();

    /** Returns which way it went. */
    @Value.Default
    default CallDirection direction() {
        return CallDirection.UNKNOWN;
    }

    /** Returns the PBX's word for the direction. */
    Optional<String> directionWord();

    /** Returns how it ended. */
    @Value.Default
    default CallOutcome outcome() {
        return CallOutcome.UNKNOWN;
    }

    /** Returns the PBX's word for how it ended. */
    Optional<String> outcomeWord();

    /** Returns who called. */
    Optional<PhoneNumber> caller();

    /** Returns who was called. */
    Optional<PhoneNumber> called();

    /** Returns the extension that took part. */
    Optional<String> extension();

    /** Returns the name of its user. */
    @Value.Redacted
    Optional<String> userName();

    /** Returns the queue through which the call came. */
    Optional<String> queue();

    /** Returns when it began. */
    Optional<Instant> startedAt();

    /** Returns when somebody took it. */
    Optional<Instant> answeredAt();

    /** Returns when it ended; missing while it lasts. */
    Optional<Instant> endedAt();

    /** Returns how long it lasted in all. */
    Optional<Duration> duration();

    /** Returns how long people talked. */
    Optional<Duration> talkTime();

    /** Returns how long the caller waited. */
    Optional<Duration> waitTime();

    /** Returns why it ended, in the PBX's words. */
    Optional<String> hangupCause();

    /** Returns the phones that rang, in the order received. */
    List<CallLeg> legs();

    /** Returns where its recording is. */
    Optional<RecordingRef> recording();

    /** Returns the names of the properties above whose values came but could not be read; they stand in {@link #raw()}. */
    List<String> unreadable();

    /** Returns everything that came, by the PBX's names. Not printed. */
    @Value.Redacted
    @Value.Default
    default Json raw() {
        return Json.of(null);
    }

    /** Returns the party outside, as far as the direction tells; nothing for internal calls. */
    default Optional<PhoneNumber> remote() {
        return switch (direction()) {
            case INBOUND -> caller();
            case OUTBOUND -> called();
            case INTERNAL, UNKNOWN -> Optional.empty();
        };
    }

    /** Returns how far the call had come: over once it has an end, a length or the word for an unanswered call. */
    default CallPhase phase() {
        boolean unanswered = outcome() != CallOutcome.ANSWERED && outcome() != CallOutcome.UNKNOWN;
        if (endedAt().isPresent() || duration().isPresent() || unanswered) {
            return CallPhase.ENDED;
        }
        boolean taken = answeredAt().isPresent() || outcome() == CallOutcome.ANSWERED;
        return taken ? CallPhase.ANSWERED : CallPhase.STARTED;
    }

    /** Returns what tells this call from others: its id, or without one a hash of parties, extension and start. */
    default String key() {
        return callId().orElseGet(() -> hash(String.join(
                "\u0000",
                caller().map(PhoneNumber::original).orElse(""),
                called().map(PhoneNumber::original).orElse(""),
                startedAt().map(Instant::toString).orElse(""),
                extension().orElse(""))));
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a record. */
    final class Builder extends ImmutableCallRecord.Builder {
        Builder() {}
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
