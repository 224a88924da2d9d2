package io.mostik.pbx.vipex.hooks;

import io.mostik.core.WebhookException;
import io.mostik.core.json.Json;
import io.mostik.pbx.CallDirection;
import io.mostik.pbx.CallLeg;
import io.mostik.pbx.CallOutcome;
import io.mostik.pbx.CallRecord;
import io.mostik.pbx.IncomingCall;
import io.mostik.pbx.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the fields of one call in a tree. Belongs to one thread. */
final class CallReader {

    private final FieldMap fields;
    private final ValueRules rules;
    private final Folded item;
    private final List<String> unreadable = new ArrayList<>();

    CallReader(FieldMap fields, ValueRules rules, Json item) {
        this.fields = fields;
        this.rules = rules;
        this.item = new Folded(item);
    }

    /** Reads an incoming call; who calls whom has to be there, though the caller may be withheld. */
    IncomingCall incoming() {
        return IncomingCall.builder()
                .caller(required(CallField.CALLER))
                .called(required(CallField.CALLED))
                .extension(text(CallField.EXTENSION))
                .callId(text(CallField.CALL_ID))
                .time(time(CallField.TIME))
                .raw(item.json())
                .build();
    }

    /** Reads what is known of a call, its recording apart; something that tells it from others has to be there. */
    CallRecord.Builder record() {
        Optional<String> directionWord = text(CallField.DIRECTION);
        CallDirection direction = directionWord.map(rules::direction).orElse(CallDirection.UNKNOWN);
        Optional<PhoneNumber> remote = number(CallField.REMOTE);
        Optional<PhoneNumber> caller =
                number(CallField.CALLER).or(() -> remote.filter(any -> direction != CallDirection.OUTBOUND));
        Optional<PhoneNumber> called =
                number(CallField.CALLED).or(() -> remote.filter(any -> direction == CallDirection.OUTBOUND));
        if (text(CallField.CALL_ID).isEmpty() && caller.isEmpty() && called.isEmpty()) {
            throw missing("callId, caller and called");
        }
        Optional<Duration> talkTime = duration(CallField.TALK_TIME);
        Optional<String> status = text(CallField.STATUS);
        CallRecord.Builder record = CallRecord.builder()
                .direction(direction)
                .directionWord(directionWord)
                .caller(caller)
                .called(called)
                .outcome(outcome(status, talkTime))
                .outcomeWord(status)
                .talkTime(talkTime)
                .legs(legs());
        return rest(record).raw(item.json()).unreadable(unreadable);
    }

    private CallRecord.Builder rest(CallRecord.Builder record) {
        return record.callId(text(CallField.CALL_ID))
                .extension(text(CallField.EXTENSION))
                .userName(text(CallField.USER_NAME))
                .queue(text(CallField.QUEUE))
                .startedAt(time(CallField.STARTED_AT))
                .answeredAt(time(CallField.ANSWERED_AT))
                .endedAt(time(CallField.ENDED_AT))
                .duration(duration(CallField.DURATION))
                .waitTime(duration(CallField.WAIT_TIME))
                .hangupCause(text(CallField.HANGUP_CAUSE));
    }

    Optional<String> text(CallField field) {
        return fields.text(item, field);
    }

    private CallOutcome outcome(Optional<String> status, Optional<Duration> talkTime) {
        boolean talked = talkTime.filter(time -> !time.isZero()).isPresent();
        return status.map(rules::outcome).orElse(talked ? CallOutcome.ANSWERED : CallOutcome.UNKNOWN);
    }

    private List<CallLeg> legs() {
        List<CallLeg> legs = new ArrayList<>();
        for (Json each : fields.array(item, CallField.LEGS)) {
            if (each.isObject()) {
                legs.add(new CallReader(fields, rules, each).leg());
            }
        }
        return legs;
    }

    private CallLeg leg() {
        Optional<String> status = text(CallField.STATUS);
        return CallLeg.builder()
                .extension(text(CallField.EXTENSION))
                .called(number(CallField.CALLED))
                .startedAt(time(CallField.STARTED_AT))
                .endedAt(time(CallField.ENDED_AT))
                .duration(duration(CallField.DURATION))
                .outcome(status.map(rules::outcome).orElse(CallOutcome.UNKNOWN))
                .outcomeWord(status)
                .build();
    }

    private PhoneNumber required(CallField field) {
        return number(field).orElseThrow(() -> missing(field.setting()));
    }

    /** A number that is there but empty is withheld. */
    private Optional<PhoneNumber> number(CallField field) {
        Optional<String> text = text(field).or(() -> fields.has(item, field) ? Optional.of("") : Optional.empty());
        return text.map(found -> PhoneNumber.of(found, rules.region()));
    }

    private Optional<Instant> time(CallField field) {
        Optional<String> text = text(field).filter(found -> !Times.isNone(found));
        return noted(field, text, text.flatMap(found -> Times.instant(found, rules.zone())));
    }

    private Optional<Duration> duration(CallField field) {
        Optional<String> text = text(field);
        return noted(field, text, text.flatMap(found -> Times.duration(field, found)));
    }

    private <T> Optional<T> noted(CallField field, Optional<String> text, Optional<T> value) {
        if (text.isPresent() && value.isEmpty()) {
            unreadable.add(field.setting());
        }
        return value;
    }

    private static WebhookException missing(String what) {
        return new WebhookException(WebhookException.Reason.UNREADABLE, what + " missing");
    }
}
