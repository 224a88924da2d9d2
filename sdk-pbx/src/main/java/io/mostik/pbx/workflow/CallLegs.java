package io.mostik.pbx.workflow;

import io.mostik.pbx.CallLeg;
import io.mostik.pbx.CallOutcome;
import io.mostik.pbx.CallRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The phones that rang during a call, as all pushes tell of them: those that a push lists, and, where the pushes are about
 * several phones, those that they are about.
 */
final class CallLegs {

    private CallLegs() {}

    /** Returns the legs, in the order in which they began to ring. */
    static List<CallLeg> of(List<CallPush> inOrder) {
        List<CallLeg> told = new ArrayList<>();
        inOrder.forEach(push -> told.addAll(push.call().legs()));
        List<CallLeg> own = inOrder.stream()
                .filter(push -> push.call().legs().isEmpty())
                .map(push -> legOf(push.call()))
                .filter(leg -> nameOf(leg).isPresent())
                .toList();
        if (own.stream().map(CallLegs::nameOf).distinct().count() > 1) {
            told.addAll(own);
        }
        List<CallLeg> legs = new ArrayList<>();
        // Those with a start first: one without may be any of them.
        told.stream().filter(leg -> leg.startedAt().isPresent()).forEach(leg -> add(legs, leg));
        told.stream().filter(leg -> leg.startedAt().isEmpty()).forEach(leg -> add(legs, leg));
        legs.sort(Comparator.comparing((CallLeg leg) -> leg.startedAt().orElse(Instant.MAX))
                .thenComparing(leg -> nameOf(leg).orElse("")));
        return legs;
    }

    private static CallLeg legOf(CallRecord call) {
        boolean linked = call.linkedId().isPresent();
        return CallLeg.builder()
                .legId(call.legId().or(() -> linked ? call.callId() : Optional.empty()))
                .extension(call.extension())
                .called(call.extension().isPresent() ? Optional.empty() : call.called())
                .startedAt(call.startedAt())
                .endedAt(call.endedAt())
                .duration(call.duration())
                .outcome(call.outcome())
                .outcomeWord(call.outcomeWord())
                .build();
    }

    /** What tells a phone from the others; what is called is none where it is the number of the whole call. */
    private static Optional<String> nameOf(CallLeg leg) {
        return leg.legId().map(id -> "id " + id).or(leg::extension);
    }

    private static void add(List<CallLeg> legs, CallLeg leg) {
        for (int i = legs.size() - 1; i >= 0; i--) {
            if (isSame(legs.get(i), leg)) {
                legs.set(i, merged(legs.get(i), leg));
                return;
            }
        }
        legs.add(leg);
    }

    private static boolean isSame(CallLeg one, CallLeg other) {
        boolean haveIds = one.legId().isPresent() && other.legId().isPresent();
        boolean samePhone = one.extension().equals(other.extension())
                && (one.extension().isPresent() || one.called().equals(other.called()));
        boolean named = haveIds ? one.legId().equals(other.legId()) : samePhone;
        boolean timed = one.startedAt().isEmpty()
                || other.startedAt().isEmpty()
                || one.startedAt().equals(other.startedAt());
        return named && (timed || one.legId().isPresent());
    }

    private static CallLeg merged(CallLeg before, CallLeg later) {
        boolean keepsOutcome = later.outcome() == CallOutcome.UNKNOWN
                || (before.outcome() == CallOutcome.ANSWERED && later.outcome() != CallOutcome.ANSWERED);
        CallLeg outcome = keepsOutcome ? before : later;
        return CallLeg.builder()
                .legId(either(before, later, CallLeg::legId))
                .extension(either(before, later, CallLeg::extension))
                .called(either(before, later, CallLeg::called))
                .startedAt(before.startedAt().or(later::startedAt))
                .endedAt(either(before, later, CallLeg::endedAt))
                .duration(either(before, later, CallLeg::duration))
                .outcome(outcome.outcome())
                .outcomeWord(outcome.outcomeWord().or(before::outcomeWord))
                .build();
    }

    private static <T> Optional<T> either(CallLeg before, CallLeg later, Function<CallLeg, Optional<T>> field) {
        return field.apply(later).or(() -> field.apply(before));
    }
}
