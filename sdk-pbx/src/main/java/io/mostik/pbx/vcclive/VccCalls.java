package io.mostik.pbx.vcclive;

import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.pbx.AudioFormat;
import io.mostik.pbx.CallDirection;
import io.mostik.pbx.CallOutcome;
import io.mostik.pbx.CallRecord;
import io.mostik.pbx.IncomingCall;
import io.mostik.pbx.PhoneNumber;
import io.mostik.pbx.PhoneReader;
import io.mostik.pbx.RecordingRef;
import io.mostik.pbx.vcclive.projects.Assessment;
import io.mostik.pbx.vcclive.statistics.Cdr;
import io.mostik.pbx.vcclive.webhooks.CallDisposition;
import io.mostik.pbx.vcclive.webhooks.EventDisposition;
import io.mostik.pbx.vcclive.webhooks.IvrRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What VCC Live tells of calls, in the words that all PBXs of this module share, so that one handler serves them all. A
 * disposition comes at once and a call record some time later; both have the same {@link CallRecord#key()}. Nothing is
 * guessed: neither tells when the call ended, and only the call record tells how long it lasted. Immutable.
 */
public final class VccCalls {

    private static final JsonCodec JSON = JsonCodec.camelCase();
    private static final int NOT_REACHED = 1;
    private static final int SUCCESSFUL = 3;

    private final ZoneId account;
    private final PhoneReader phones;

    private VccCalls(ZoneId account, PhoneReader phones) {
        this.account = account;
        this.phones = phones;
    }

    /** Returns the reading for an account whose local times are of this zone, with national numbers read as Hungarian. */
    public static VccCalls inZone(ZoneId account) {
        return new VccCalls(Objects.requireNonNull(account, "account"), PhoneReader.of(PhoneNumber.HUNGARY));
    }

    /**
     * Returns this reading for an account of another country. In which form VCC Live sends numbers is not documented: those
     * without a plus are read as numbers of this region where they can be.
     *
     * @param region two letters; {@code HU} by default
     * @throws IllegalArgumentException if it is not known
     */
    public VccCalls region(String region) {
        return new VccCalls(account, PhoneReader.of(region));
    }

    /**
     * Returns a call as its record tells it. The start is that of the conversation, the length is without ringing, the
     * wait is the time in the queue, the queue is its id. How it ended follows from the disposition: reached is
     * answered, not reached is missed; without one, a call with talk was answered.
     */
    public CallRecord of(Cdr cdr) {
        Optional<Duration> talkTime = seconds(cdr.talkTime());
        CallOutcome outcome = outcome(cdr, talkTime);
        boolean deleted = cdr.deletedUserId().orElse(0) > 0;
        return CallRecord.builder()
                .callId(cdr.uuid())
                .direction(direction(cdr.direction().map(word -> word.value())))
                .directionWord(cdr.direction().map(word -> word.value()))
                .outcome(outcome)
                .outcomeWord(word(cdr.dispositionReach()))
                .caller(cdr.source().map(phones::read))
                .called(cdr.destination().map(phones::read))
                .userName(cdr.username())
                .queue(id(cdr.queueId()))
                .startedAt(start(cdr))
                .duration(seconds(cdr.billingTime()))
                .talkTime(talkTime)
                .waitTime(seconds(cdr.queueTime()))
                .hangupCause(cdr.disconnectCause())
                .recording(deleted ? Optional.empty() : recording(outcome, cdr.uuid()))
                .raw(Json.of(JSON.fields(cdr)))
                .build();
    }

    /**
     * Returns a call as its disposition tells it: reached is answered, not reached is missed. How long it lasted is not
     * told.
     */
    public CallRecord of(CallDisposition event) {
        Optional<String> assessment =
                event.disposition().flatMap(EventDisposition::assessment).map(Assessment::value);
        CallOutcome outcome = assessment.map(VccCalls::outcome).orElse(CallOutcome.UNKNOWN);
        return CallRecord.builder()
                .callId(event.uuid())
                .direction(direction(event.direction().map(word -> word.value())))
                .directionWord(event.direction().map(word -> word.value()))
                .outcome(outcome)
                .outcomeWord(assessment)
                .caller(event.source().map(phones::read))
                .called(event.destination().map(phones::read))
                .userName(event.agentName().or(event::username))
                .startedAt(event.callStartTime().flatMap(time -> time.instant(account)))
                .recording(event.uuid().flatMap(id -> recording(outcome, id)))
                .raw(Json.of(JSON.fields(event)))
                .build();
    }

    /**
     * Returns the call that asks a step of an IVR, as for {@link io.mostik.pbx.ScreenPop}; nothing if the step does not
     * send both numbers under their own names. A caller who is sent as an empty text is withheld.
     */
    public Optional<IncomingCall> of(IvrRequest question) {
        return question.source()
                .flatMap(caller -> question.destination()
                        .map(called -> IncomingCall.builder()
                                .caller(phones.read(caller))
                                .called(phones.read(called))
                                .callId(question.uuid())
                                .raw(Json.of(question.variables()))
                                .build()));
    }

    private Optional<Instant> start(Cdr cdr) {
        return cdr.billingStartUtc()
                .or(() -> cdr.billingStart()
                        .map((LocalDateTime time) -> time.atZone(account).toInstant()));
    }

    /** Call records and webhooks use other words for the same. */
    private static CallDirection direction(Optional<String> word) {
        return switch (word.orElse("")) {
            case "in", "inbound" -> CallDirection.INBOUND;
            case "out", "outbound" -> CallDirection.OUTBOUND;
            default -> CallDirection.UNKNOWN;
        };
    }

    private static CallOutcome outcome(String assessment) {
        return switch (assessment) {
            case "success", "ordered" -> CallOutcome.ANSWERED;
            case "failed" -> CallOutcome.MISSED;
            default -> CallOutcome.UNKNOWN;
        };
    }

    private static CallOutcome outcome(Cdr cdr, Optional<Duration> talkTime) {
        int reach = cdr.dispositionReach().orElse(0);
        if (reach == NOT_REACHED) {
            return CallOutcome.MISSED;
        }
        boolean reached = reach > NOT_REACHED && reach <= SUCCESSFUL;
        boolean talked = talkTime.filter(time -> !time.isZero()).isPresent();
        return reached || (talked && reach == 0) ? CallOutcome.ANSWERED : CallOutcome.UNKNOWN;
    }

    /** A call that nobody took has no recording; whether one that was taken has, the download tells. */
    private static Optional<RecordingRef> recording(CallOutcome outcome, String uuid) {
        return outcome == CallOutcome.ANSWERED
                ? Optional.of(
                        RecordingRef.builder().id(uuid).format(AudioFormat.M4A).build())
                : Optional.empty();
    }

    private static Optional<Duration> seconds(OptionalInt number) {
        return number.isPresent() ? Optional.of(Duration.ofSeconds(number.getAsInt())) : Optional.empty();
    }

    private static Optional<String> word(OptionalInt number) {
        return number.isPresent() ? Optional.of(Integer.toString(number.getAsInt())) : Optional.empty();
    }

    private static Optional<String> id(OptionalLong number) {
        return number.isPresent() ? Optional.of(Long.toString(number.getAsLong())) : Optional.empty();
    }
}
