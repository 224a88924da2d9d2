package io.mostik.pbx.workflow;

import io.mostik.core.json.Json;
import io.mostik.pbx.CallDirection;
import io.mostik.pbx.CallOutcome;
import io.mostik.pbx.CallPhase;
import io.mostik.pbx.CallRecord;
import io.mostik.pbx.PhoneNumber;
import io.mostik.pbx.PhoneNumber.Kind;
import io.mostik.pbx.RecordingRef;
import io.mostik.pbx.internal.RecordingLength;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes one call of all pushes about it, property by property: the later push is believed, and what it does not say is kept.
 * Who called whom, and when it began, is what the beginning says; a call that was answered was not missed. Not thread-safe.
 */
final class CallMerge {

    private final List<CallPush> pushes;
    private final Map<String, FieldSource> sources = new TreeMap<>();

    private CallMerge(List<CallPush> pushes) {
        this.pushes = pushes.stream().sorted(CallPush.LATER).toList();
    }

    /** A call, and where each of its properties comes from. */
    record Merged(CallRecord call, Map<String, FieldSource> sources) {}

    /** Returns the call that these pushes are about; there is at least one. */
    static Merged of(List<CallPush> pushes, String key) {
        CallMerge merge = new CallMerge(pushes);
        CallRecord call = merge.call();
        return new Merged(
                call.key().equals(key)
                        ? call
                        : CallRecord.builder().from(call).trackedKey(key).build(),
                merge.sources);
    }

    private CallRecord call() {
        CallRecord.Builder call = CallRecord.builder();
        identity(call);
        times(call);
        end(call);
        CallRecord told = ReceiptTimes.fill(call.build(), pushes, (name, push) -> note(name, push, false));
        CallPhase phase = pushes.get(pushes.size() - 1).call().phase();
        List<RecordingRef> recordings = told.recordings().stream()
                .map(each -> RecordingLength.compare(each, told.talkTime(), told.duration()))
                .toList();
        return CallRecord.builder()
                .from(told)
                .recordings(recordings)
                .toldPhase(phase == told.phase() ? Optional.empty() : Optional.of(phase))
                .unreadable(unreadable(told))
                .raw(raw())
                .build();
    }

    private void identity(CallRecord.Builder call) {
        call.callId(first("callId", CallRecord::callId))
                .linkedId(first("linkedId", CallRecord::linkedId))
                .legId(first("legId", CallRecord::legId))
                .caller(party("caller", CallRecord::caller, CallRecord::called))
                .called(party("called", CallRecord::called, CallRecord::caller))
                .extension(later("extension", CallRecord::extension))
                .userName(later("userName", CallRecord::userName))
                .queue(later("queue", CallRecord::queue));
        later("sequence", CallMerge::sequence).ifPresent(call::sequence);
        first("direction", CallMerge::direction).ifPresent(call::direction);
        call.directionWord(pushes.stream()
                .filter(push -> direction(push.call()).isPresent())
                .findFirst()
                .flatMap(push -> push.call().directionWord())
                .or(() -> first("directionWord", CallRecord::directionWord)));
    }

    private void times(CallRecord.Builder call) {
        call.startedAt(earliest("startedAt", CallRecord::startedAt))
                .answeredAt(earliest("answeredAt", CallRecord::answeredAt))
                .endedAt(later("endedAt", CallRecord::endedAt))
                .duration(later("duration", CallRecord::duration))
                .talkTime(later("talkTime", CallRecord::talkTime))
                .waitTime(later("waitTime", CallRecord::waitTime));
    }

    private void end(CallRecord.Builder call) {
        outcome(call);
        call.hangupCause(later("hangupCause", CallRecord::hangupCause))
                .legs(CallLegs.of(pushes))
                .recordings(CallRecordings.of(pushes));
    }

    private void outcome(CallRecord.Builder call) {
        Optional<CallPush> winner = pushes.stream()
                .filter(push -> push.call().outcome() != CallOutcome.UNKNOWN)
                .max(Comparator.comparingInt(CallMerge::weight).thenComparing(CallPush.LATER));
        boolean isOver = pushes.get(pushes.size() - 1).call().phase() == CallPhase.ENDED;
        boolean wasTaken = pushes.stream()
                .anyMatch(push -> push.call().answeredAt().isPresent()
                        || push.call().toldPhase().equals(Optional.of(CallPhase.ANSWERED)));
        if (winner.isPresent()) {
            call.outcome(winner.get().call().outcome())
                    .outcomeWord(winner.get().call().outcomeWord());
            note("outcome", winner.get(), isContradicted(winner.get(), push -> known(push.call())));
        } else {
            call.outcome(isOver && wasTaken ? CallOutcome.ANSWERED : CallOutcome.UNKNOWN)
                    .outcomeWord(later("outcomeWord", CallRecord::outcomeWord));
        }
    }

    private static Optional<CallOutcome> known(CallRecord call) {
        return Optional.of(call.outcome()).filter(outcome -> outcome != CallOutcome.UNKNOWN);
    }

    private static int weight(CallPush push) {
        return switch (push.call().outcome()) {
            case ANSWERED -> push.isWeak() ? 1 : 4;
            case VOICEMAIL -> 3;
            case MISSED, BUSY, FAILED -> 2;
            case UNKNOWN -> 0;
        };
    }

    private static Optional<Long> sequence(CallRecord call) {
        OptionalLong sequence = call.sequence();
        return sequence.isPresent() ? Optional.of(sequence.getAsLong()) : Optional.empty();
    }

    private static Optional<CallDirection> direction(CallRecord call) {
        return Optional.of(call.direction()).filter(direction -> direction != CallDirection.UNKNOWN);
    }

    /** A number that can be called beats an extension, and both beat one that is withheld or cannot be read. */
    private Optional<PhoneNumber> party(
            String name,
            Function<CallRecord, Optional<PhoneNumber>> field,
            Function<CallRecord, Optional<PhoneNumber>> otherRole) {
        return pick(
                name,
                call -> field.apply(call).filter(number -> !isTurned(call, number, otherRole)),
                Comparator.comparingInt((Told<PhoneNumber> told) -> clarity(told.value()))
                        .thenComparing(Told::push, CallPush.LATER));
    }

    /** A push that has the direction wrong has the parties the other way round. */
    private boolean isTurned(
            CallRecord call, PhoneNumber number, Function<CallRecord, Optional<PhoneNumber>> otherRole) {
        CallDirection told = pushes.stream()
                .flatMap(push -> direction(push.call()).stream())
                .findFirst()
                .orElse(CallDirection.UNKNOWN);
        return CallParties.areOpposite(told, call.direction())
                && pushes.stream()
                        .map(CallPush::call)
                        .filter(each -> !CallParties.areOpposite(told, each.direction()))
                        .anyMatch(each -> otherRole.apply(each).equals(Optional.of(number)));
    }

    private static int clarity(PhoneNumber number) {
        return number.kind() == Kind.PUBLIC ? 2 : number.kind() == Kind.SHORT ? 1 : 0;
    }

    private <T> Optional<T> later(String name, Function<CallRecord, Optional<T>> field) {
        return pick(name, field, Comparator.comparing(Told::push, CallPush.LATER));
    }

    private <T> Optional<T> first(String name, Function<CallRecord, Optional<T>> field) {
        return pick(name, field, Comparator.comparing(Told::push, CallPush.LATER.reversed()));
    }

    private Optional<Instant> earliest(String name, Function<CallRecord, Optional<Instant>> field) {
        return pick(
                name,
                field,
                Comparator.comparing((Told<Instant> told) -> told.value())
                        .reversed()
                        .thenComparing(Told::push, CallPush.LATER));
    }

    private record Told<T>(CallPush push, T value) {}

    private <T> Optional<T> pick(
            String name, Function<CallRecord, Optional<T>> field, Comparator<? super Told<T>> preference) {
        List<Told<T>> all = new ArrayList<>();
        pushes.forEach(push -> field.apply(push.call()).ifPresent(value -> all.add(new Told<>(push, value))));
        Optional<Told<T>> best = all.stream().max(preference);
        best.ifPresent(told -> note(name, told.push(), isContradicted(told.push(), push -> field.apply(push.call()))));
        return best.map(Told::value);
    }

    private <T> boolean isContradicted(CallPush by, Function<CallPush, Optional<T>> field) {
        return pushes.stream()
                .filter(push -> CallPush.RANK.compare(push, by) == 0)
                .map(field)
                .flatMap(Optional::stream)
                .anyMatch(value -> !field.apply(by).equals(Optional.of(value)));
    }

    private void note(String name, CallPush push, boolean isContradicted) {
        sources.put(name, new FieldSource(push.digest().substring(0, 16), push.at(), isContradicted));
    }

    /** What one push could not say readably may be known from another. */
    private List<String> unreadable(CallRecord told) {
        TreeSet<String> names = new TreeSet<>();
        pushes.forEach(push -> names.addAll(push.call().unreadable()));
        names.removeAll(PushJson.fields(told).keySet());
        return List.copyOf(names);
    }

    private Json raw() {
        Object merged = null;
        for (CallPush push : pushes) {
            merged = over(merged, push.call().raw().value().orElse(null));
        }
        return Json.of(merged);
    }

    private static @Nullable Object over(@Nullable Object before, @Nullable Object now) {
        if (!(before instanceof Map<?, ?> known) || !(now instanceof Map<?, ?> more)) {
            return now == null ? before : now;
        }
        Map<Object, Object> all = new LinkedHashMap<>(known);
        more.forEach((name, value) -> all.put(name, Objects.requireNonNullElse(over(known.get(name), value), "")));
        return all;
    }
}
