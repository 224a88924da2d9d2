package io.mostik.pbx.workflow;

import io.mostik.pbx.CallOutcome;
import io.mostik.pbx.CallPhase;
import io.mostik.pbx.CallRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one push says about a call.
 *
 * @param digest SHA-256 of all that it says
 * @param at when it first came
 * @param key the key of the call that it is about; empty before that is decided
 * @param call what it says
 */
record CallPush(String digest, Instant at, String key, CallRecord call) {

    /**
     * Which of two pushes says the later thing, by what they say and not by when they came: so every order of arrival ends
     * the same. 0 where nothing tells.
     */
    static final Comparator<CallPush> RANK = Comparator.comparing(
                    (CallPush push) -> push.call().phase())
            .thenComparing(CallPush::isAnswered)
            .thenComparingLong(push -> push.call().sequence().orElse(Long.MIN_VALUE))
            .thenComparing(push -> push.latest().orElse(Instant.MIN))
            .thenComparingInt(CallPush::richness);

    /** The same, with an end to every tie. */
    static final Comparator<CallPush> LATER = RANK.thenComparing(CallPush::digest);

    CallPush under(String newKey) {
        return new CallPush(digest, at, newKey, call);
    }

    /** Returns whether somebody took the call; one that was "completed" after no time at all proves nobody. */
    boolean isAnswered() {
        return call.outcome() == CallOutcome.ANSWERED && !isWeak();
    }

    boolean isWeak() {
        Duration talked = call.talkTime().or(call::duration).orElse(Duration.ofSeconds(1));
        boolean isTold = call.answeredAt().isPresent() || call.toldPhase().equals(Optional.of(CallPhase.ANSWERED));
        return call.outcome() == CallOutcome.ANSWERED && !isTold && talked.isZero();
    }

    /** Returns the start, told or by end and length. */
    Optional<Instant> start() {
        return call.startedAt()
                .or(() -> call.endedAt().flatMap(end -> call.duration().map(end::minus)));
    }

    Optional<Instant> latest() {
        return times().max(Comparator.naturalOrder());
    }

    Optional<Instant> earliest() {
        return times().min(Comparator.naturalOrder());
    }

    private Stream<Instant> times() {
        return Stream.of(start(), call.answeredAt(), call.endedAt()).flatMap(Optional::stream);
    }

    /** Returns how many properties are there. */
    private int richness() {
        long told = Stream.of(
                        call.callId(),
                        call.linkedId(),
                        call.legId(),
                        call.directionWord(),
                        call.outcomeWord(),
                        call.caller(),
                        call.called(),
                        call.extension(),
                        call.userName(),
                        call.queue(),
                        call.startedAt(),
                        call.answeredAt(),
                        call.endedAt(),
                        call.duration(),
                        call.talkTime(),
                        call.waitTime(),
                        call.hangupCause())
                .filter(Optional::isPresent)
                .count();
        return (int) told + call.legs().size() + call.recordings().size();
    }
}
