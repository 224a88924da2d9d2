package io.mostik.pbx.webhooks;

import io.mostik.core.WebhookException;
import io.mostik.core.json.Json;
import io.mostik.pbx.CallDirection;
import io.mostik.pbx.CallLeg;
import io.mostik.pbx.CallOutcome;
import io.mostik.pbx.CallRecord;
import io.mostik.pbx.IncomingCall;
import io.mostik.pbx.PhoneNumber;
import io.mostik.pbx.internal.CaseInsensitiveObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the fields of one call in a tree. Not thread-safe. */
final class CallReader {

    private final WebhookProfile profile;
    private final FieldMap fields;
    private final ValueRules rules;
    private final CaseInsensitiveObject item;
    private final Optional<String> event;
    private final EventRule rule;
    private final List<String> unreadable = new ArrayList<>();

    /** Creates a reader; the event word is told by the address where the push does not hold it. */
    CallReader(WebhookProfile profile, FieldMap fields, Json item, Optional<String> eventOfAddress) {
        this.profile = profile;
        this.fields = fields;
        this.rules = profile.values();
        this.item = new CaseInsensitiveObject(item);
        this.event = eventOfAddress.or(() -> text(CallField.EVENT));
        this.rule = profile.rule(event);
    }

    boolean isIgnored() {
        return rule.isIgnored();
    }

    /** Reads an incoming call; who calls whom has to be there, though the caller may be withheld. */
    IncomingCall incoming() {
        return IncomingCall.builder()
                .caller(required(CallField.CALLER))
                .called(required(CallField.CALLED))
                .extension(extension())
                .callId(text(CallField.CALL_ID))
                .time(time(CallField.TIME))
                .raw(item.json())
                .build();
    }

    /** Reads what is known of a call, its recording apart; something that tells it from others has to be there. */
    CallRecord.Builder record() {
        Optional<String> directionWord = text(CallField.DIRECTION);
        CallDirection direction = direction(directionWord);
        boolean isOut = direction == CallDirection.OUTBOUND;
        Optional<PhoneNumber> remote = number(CallField.REMOTE);
        Optional<PhoneNumber> own = number(CallField.OWN);
        Optional<PhoneNumber> caller = readable(number(CallField.CALLER), isOut ? own : remote);
        Optional<PhoneNumber> called = readable(number(CallField.CALLED), isOut ? remote : own);
        if (text(CallField.CALL_ID).isEmpty() && caller.isEmpty() && called.isEmpty()) {
            throw missing("callId, caller and called");
        }
        Optional<Duration> talkTime = duration(CallField.TALK_TIME);
        Optional<String> status = text(CallField.STATUS);
        Optional<EventPhase> phase = rule.phase().or(() -> status.flatMap(rules::phase));
        boolean isLegClosed = phase.filter(EventPhase.LEG_CLOSED::equals).isPresent();
        CallRecord.Builder record = CallRecord.builder()
                .direction(direction)
                .directionWord(directionWord)
                .caller(caller)
                .called(called)
                .outcome(outcome(status, talkTime, phase))
                .toldPhase(phase.flatMap(EventPhase::phase))
                .outcomeWord(status)
                .talkTime(talkTime)
                .legs(isLegClosed ? List.of(leg()) : legs());
        return rest(record, phase)
                .extension(isLegClosed ? Optional.empty() : extension())
                .raw(item.json())
                .unreadable(unreadable);
    }

    private CallRecord.Builder rest(CallRecord.Builder record, Optional<EventPhase> phase) {
        Optional<String> id = text(CallField.CALL_ID);
        Optional<String> part = id.flatMap(profile::callOfPart);
        text(CallField.SEQUENCE)
                .filter(number -> number.matches("[0-9]{1,18}"))
                .ifPresent(number -> record.sequence(Long.parseLong(number)));
        return record.callId(part.or(() -> id))
                .linkedId(text(CallField.LINKED_ID))
                .legId(text(CallField.LEG_ID).or(() -> part.flatMap(call -> id)))
                .userName(text(CallField.USER_NAME))
                .queue(text(CallField.QUEUE))
                .startedAt(time(CallField.STARTED_AT).or(() -> eventTime(phase, EventPhase.RINGING)))
                .answeredAt(time(CallField.ANSWERED_AT).or(() -> eventTime(phase, EventPhase.ANSWERED)))
                .endedAt(time(CallField.ENDED_AT).or(() -> eventTime(phase, EventPhase.ENDED)))
                .duration(duration(CallField.DURATION))
                .waitTime(duration(CallField.WAIT_TIME))
                .timesOfReceipt(timesOfReceipt(phase))
                .hangupCause(text(CallField.HANGUP_CAUSE));
    }

    /** Returns the first text of a field that says something. */
    Optional<String> text(CallField field) {
        return fields.texts(item, field).stream()
                .filter(text -> !text.isBlank() && !isAbsent(text))
                .findFirst();
    }

    /** Returns the texts of a field behind the first one that says something, where its path leads to several. */
    List<String> further(CallField field) {
        Optional<String> first = text(field);
        return fields.several(item, field).stream()
                .filter(text -> !isAbsent(text) && !Optional.of(text).equals(first))
                .distinct()
                .toList();
    }

    /** Returns the event word, the fields that were found and the paths at which they are. */
    Map<String, String> found() {
        Map<String, String> found = new LinkedHashMap<>();
        event.ifPresent(word -> found.put(CallField.EVENT.setting(), word));
        for (CallField field : CallField.values()) {
            text(field)
                    .ifPresent(text -> found.put(
                            field.setting(),
                            text + " <- " + fields.where(item, field, text).orElse("")));
        }
        return found;
    }

    private boolean isAbsent(String text) {
        return rules.absentPattern().matcher(text.strip()).matches();
    }

    private CallDirection direction(Optional<String> word) {
        return word.map(rules::direction)
                .filter(known -> known != CallDirection.UNKNOWN)
                .or(rule::direction)
                .or(() -> profile.directionRules().stream()
                        .filter(one -> one.applies(item))
                        .map(DirectionRule::is)
                        .findFirst())
                .orElse(CallDirection.UNKNOWN);
    }

    private CallOutcome outcome(Optional<String> status, Optional<Duration> talkTime, Optional<EventPhase> phase) {
        boolean talked = talkTime.filter(time -> !time.isZero()).isPresent();
        boolean over = phase.filter(EventPhase.ENDED::equals).isPresent();
        boolean taken = talked || (over && time(CallField.ANSWERED_AT).isPresent());
        boolean rings = phase.filter(EventPhase.RINGING::equals).isPresent();
        return rule.outcome()
                .or(() -> status.map(rules::outcome).filter(known -> known != CallOutcome.UNKNOWN))
                .or(() -> byPhase(phase, taken))
                .orElse(taken && status.isEmpty() && !rings ? CallOutcome.ANSWERED : CallOutcome.UNKNOWN);
    }

    /** An end alone says that nobody answered; a push that somebody did beats it when the call's pushes are merged. */
    private Optional<CallOutcome> byPhase(Optional<EventPhase> phase, boolean taken) {
        return phase.filter(any -> profile.outcomeFromPhases()).flatMap(told -> switch (told) {
            case ANSWERED -> Optional.of(CallOutcome.ANSWERED);
            case ENDED -> Optional.of(taken ? CallOutcome.ANSWERED : CallOutcome.MISSED);
            default -> Optional.empty();
        });
    }

    /** Returns which time is not told and is about now. */
    private List<String> timesOfReceipt(Optional<EventPhase> phase) {
        Optional<CallField> field = phase.filter(any -> profile.timesFromReceipt())
                .flatMap(told -> switch (told) {
                    case RINGING -> Optional.of(CallField.STARTED_AT);
                    case ANSWERED -> Optional.of(CallField.ANSWERED_AT);
                    case ENDED -> Optional.of(CallField.ENDED_AT);
                    default -> Optional.empty();
                });
        return field
                .filter(one -> time(one).or(() -> time(CallField.EVENT_TIME)).isEmpty())
                .stream()
                .map(CallField::setting)
                .toList();
    }

    private List<CallLeg> legs() {
        List<CallLeg> legs = new ArrayList<>();
        for (Json each : fields.array(item, CallField.LEGS)) {
            if (each.isObject()) {
                legs.add(new CallReader(profile, fields, each, Optional.empty()).leg());
            }
        }
        return legs;
    }

    private CallLeg leg() {
        Optional<String> status = text(CallField.STATUS);
        return CallLeg.builder()
                .extension(extension())
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
        List<String> texts = fields.texts(item, field).stream()
                .filter(text -> !isAbsent(text))
                .toList();
        Optional<String> text = texts.stream().filter(one -> !one.isBlank()).findFirst();
        return text.or(() -> texts.stream().findFirst())
                .map(found -> rules.numberStrip().isEmpty() ? found : found.replaceAll(rules.numberStrip(), ""))
                .map(rules.phones()::read);
    }

    private static Optional<PhoneNumber> readable(Optional<PhoneNumber> first, Optional<PhoneNumber> second) {
        return first.filter(number -> number.kind() != PhoneNumber.Kind.UNREADABLE)
                .or(() -> second)
                .or(() -> first);
    }

    private Optional<Instant> time(CallField field) {
        Optional<String> text = text(field).filter(found -> !Times.isNone(found));
        return noted(field, text, text.flatMap(found -> Times.instant(found, rules.zone(), rules.timePatterns())));
    }

    private Optional<Instant> eventTime(Optional<EventPhase> phase, EventPhase wanted) {
        return phase.filter(wanted::equals).flatMap(any -> time(CallField.EVENT_TIME));
    }

    /** An extension may come as the name of a channel or as a SIP address. */
    private Optional<String> extension() {
        return text(CallField.EXTENSION).map(text -> {
            PhoneNumber read = rules.phones().read(text);
            return read.isExtension() ? read.masked() : text.strip();
        });
    }

    private Optional<Duration> duration(CallField field) {
        Optional<String> text = text(field);
        return noted(
                field, text, text.map(this::withinText).flatMap(found -> Times.duration(found, rules.durationUnit())));
    }

    private String withinText(String text) {
        return rules.durationPattern()
                .map(pattern -> Pattern.compile(pattern).matcher(text))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .orElse(text);
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
