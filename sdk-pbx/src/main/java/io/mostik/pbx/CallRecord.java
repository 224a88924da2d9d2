package io.mostik.pbx;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Json;
import io.mostik.core.json.Redacted;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** What is known of one call, during it or after it: what one push said, or what several said together. */
@Value.Immutable
@JsonDeserialize(builder = CallRecord.Builder.class)
public interface CallRecord {

    /** Returns the PBX's id of the call. */
    Optional<String> callId();

    /** Returns the id that the PBX gives to all parts of one call, where each part has an id of its own. */
    Optional<String> linkedId();

    /** Returns the PBX's id of the part of the call that this is about, such as the telephone that rang. */
    Optional<String> legId();

    /** Returns the number by which the PBX orders what it says about a call; a greater one is later. */
    OptionalLong sequence();

    /** Returns how far the call had come, where the PBX says so in a word; otherwise it follows, see {@link #phase}. */
    Optional<CallPhase> toldPhase();

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
    @Redacted
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

    /** Returns the phones that rang, in the order received; of a merged call in the order in which they began to ring. */
    List<CallLeg> legs();

    /** Returns where its recordings are; of a call in several parts there may be several. */
    List<RecordingRef> recordings();

    /**
     * Returns which of {@code startedAt}, {@code answeredAt} and {@code endedAt} the PBX never told, where the profile lets the
     * moment of receipt stand for them. In a call that a {@code CallTracker} passes on they hold that moment, by the store's
     * clock: when the tracker first heard it, with an inbox when it was handled. In a push as it was read they are empty.
     */
    List<String> timesOfReceipt();

    /**
     * Returns the names of the properties above whose values came but could not be read; they are in {@link #raw()}.
     */
    List<String> unreadable();

    /** Returns everything that came, by the PBX's names. Not printed. */
    @Redacted
    @Value.Default
    default Json raw() {
        return Json.of(null);
    }

    /** Returns the key under which a {@code CallTracker} knows the call, where {@link #key} would be another call's. */
    Optional<String> trackedKey();

    /** Returns where its recording is: of several the last one. */
    default Optional<RecordingRef> recording() {
        List<RecordingRef> all = recordings();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Returns the party outside, as far as the direction tells; nothing for internal calls. */
    default Optional<PhoneNumber> remote() {
        return switch (direction()) {
            case INBOUND -> caller();
            case OUTBOUND -> called();
            case INTERNAL, UNKNOWN -> Optional.empty();
        };
    }

    /**
     * Returns how far the call had come: as the PBX says, else over once it has an end, a length, or the word for an
     * unanswered call. A length of zero is also sent while it rings and while people talk, so alone it is no end.
     */
    default CallPhase phase() {
        if (toldPhase().isPresent()) {
            return toldPhase().get();
        }
        boolean unanswered = outcome() != CallOutcome.ANSWERED && outcome() != CallOutcome.UNKNOWN;
        boolean taken = answeredAt().isPresent() || outcome() == CallOutcome.ANSWERED;
        boolean lasted = duration()
                .filter(length -> !length.isZero() || (taken && answeredAt().isEmpty()))
                .isPresent();
        return toldPhase()
                .orElse(
                        endedAt().isPresent() || lasted || unanswered
                                ? CallPhase.ENDED
                                : taken ? CallPhase.ANSWERED : CallPhase.STARTED);
    }

    /** Returns whether anything tells this call from another one between the same parties: its id, or a time of it. */
    default boolean isDistinct() {
        return callId().isPresent() || linkedId().isPresent() || firstTime().isPresent();
    }

    /**
     * Returns what tells this call from others: its linked id or its id, or without one a hash of parties, extension and start. Without a
     * start the next time that is known stands in its place; without any, see {@link #isDistinct}. Calls that a
     * {@code CallTracker} passes on have different keys even where the PBX uses an id again.
     */
    default String key() {
        return trackedKey()
                .or(this::linkedId)
                .or(this::callId)
                .orElseGet(() -> hash(String.join(
                        "\u0000",
                        caller().map(PhoneNumber::original).orElse(""),
                        called().map(PhoneNumber::original).orElse(""),
                        firstTime().map(Instant::toString).orElse(""),
                        extension().orElse(""))));
    }

    private Optional<Instant> firstTime() {
        return startedAt().or(this::answeredAt).or(this::endedAt);
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a record. */
    final class Builder extends ImmutableCallRecord.Builder {
        Builder() {}

        /** Adds a recording. */
        public Builder recording(RecordingRef recording) {
            return addRecordings(recording);
        }

        /** Adds a recording, if there is one. */
        public Builder recording(Optional<? extends RecordingRef> recording) {
            recording.ifPresent(this::addRecordings);
            return this;
        }
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
