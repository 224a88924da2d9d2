package io.mostik.pbx.workflow;

import io.mostik.pbx.CallPhase;
import io.mostik.pbx.CallRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The calls that the pushes under one id are about: usually one; more where a PBX uses an id again. What belongs together
 * depends on what the pushes say, not on the order in which they came. Not thread-safe.
 */
final class CallGroups {

    /** By how much two pushes may differ about one start. */
    private static final Duration SAME_START = Duration.ofSeconds(10);

    /** After an end, the next telephone of the same call rings within this time, the same one again within half a minute. */
    private static final Duration NEXT_LEG = Duration.ofMinutes(2);

    private static final Duration SAME_LEG = Duration.ofSeconds(30);

    /** A call that goes on can be transferred for so long after its start. */
    private static final Duration LONGEST_OPEN = Duration.ofHours(4);

    private final List<List<CallPush>> groups = new ArrayList<>();

    private CallGroups() {}

    static List<List<CallPush>> of(List<CallPush> pushes) {
        CallGroups groups = new CallGroups();
        pushes.stream()
                .sorted(Comparator.comparing((CallPush push) -> push.earliest().orElse(Instant.MAX))
                        .thenComparing(push -> isAnonymous(push.call()))
                        .thenComparing(CallPush::digest))
                .forEach(groups::add);
        return groups.groups;
    }

    private static boolean isAnonymous(CallRecord call) {
        return call.caller().isEmpty() && call.called().isEmpty();
    }

    private void add(CallPush push) {
        List<List<CallPush>> fitting =
                groups.stream().filter(group -> fits(group, push)).toList();
        Optional<List<CallPush>> best = fitting.stream()
                .filter(group -> group.stream()
                        .anyMatch(each -> CallParties.compare(each.call(), push.call()) == CallParties.Verdict.SAME))
                .reduce((one, later) -> later)
                .or(() -> fitting.stream().max(Comparator.comparing(group -> heardBefore(group, push))));
        List<CallPush> group = best.orElseGet(() -> {
            List<CallPush> fresh = new ArrayList<>();
            groups.add(fresh);
            return fresh;
        });
        group.add(push);
    }

    /** A push that names neither party nor time is about the call that was told of last before it. */
    private static Instant heardBefore(List<CallPush> group, CallPush push) {
        return group.stream()
                .map(CallPush::at)
                .filter(at -> !at.isAfter(push.at()))
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    private static boolean fits(List<CallPush> group, CallPush push) {
        boolean timely = isTimely(group, push);
        boolean timed = push.start().isPresent()
                && group.stream().anyMatch(each -> each.start().isPresent());
        return timely
                && group.stream().allMatch(each -> switch (CallParties.compare(each.call(), push.call())) {
                    case SAME, POSSIBLE -> true;
                    case DOUBTFUL -> timed;
                    case OTHER -> false;
                });
    }

    private static boolean isTimely(List<CallPush> group, CallPush push) {
        Optional<Instant> first = starts(group).min(Comparator.naturalOrder());
        Optional<Instant> end = end(group);
        Optional<Instant> start = push.start().or(push::earliest);
        if (start.isEmpty() || starts(group).anyMatch(each -> isNear(each, start.get()))) {
            return true;
        }
        if (first.filter(start.get()::isBefore).isPresent()) {
            return false;
        }
        boolean otherLeg = group.stream().allMatch(each -> isOtherLeg(each.call(), push.call()));
        if (end.isPresent()) {
            Duration room = isLinked(group, push) ? LONGEST_OPEN : otherLeg ? NEXT_LEG : SAME_LEG;
            return !start.get().isAfter(end.get().plus(room));
        }
        boolean goesOn = push.start().isEmpty() || first.isEmpty(); // an answer or an end of what is going on
        return goesOn || (otherLeg && start.get().isBefore(first.get().plus(LONGEST_OPEN)));
    }

    /** The PBX itself says that these are parts of one call; the parts between them may come later. */
    private static boolean isLinked(List<CallPush> group, CallPush push) {
        return push.call().linkedId().isPresent()
                && group.stream()
                        .anyMatch(each ->
                                each.call().linkedId().equals(push.call().linkedId()));
    }

    private static Stream<Instant> starts(List<CallPush> group) {
        return group.stream().flatMap(each -> each.start().stream());
    }

    private static Optional<Instant> end(List<CallPush> group) {
        return group.stream()
                .filter(each -> each.call().phase() == CallPhase.ENDED)
                .flatMap(each -> Stream.of(
                                each.call().endedAt(),
                                each.start()
                                        .flatMap(start -> each.call().duration().map(start::plus)))
                        .flatMap(Optional::stream))
                .max(Comparator.naturalOrder());
    }

    private static boolean isNear(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(SAME_START) <= 0;
    }

    private static boolean isOtherLeg(CallRecord one, CallRecord other) {
        return differ(one.legId(), other.legId())
                || differ(one.extension(), other.extension())
                || differ(one.called(), other.called())
                || (one.linkedId().isPresent() && differ(one.callId(), other.callId()));
    }

    private static <T> boolean differ(Optional<T> one, Optional<T> other) {
        return one.isPresent() && other.isPresent() && !one.equals(other);
    }
}
