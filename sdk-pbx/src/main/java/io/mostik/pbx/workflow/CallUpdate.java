package io.mostik.pbx.workflow;

import io.mostik.pbx.CallPhase;
import io.mostik.pbx.CallRecord;
import io.mostik.pbx.workflow.CallMerge.Merged;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one more push changes.
 *
 * @param push the push, under the key of its call
 * @param before what was known of that call
 * @param now what is known with the push
 * @param isOpen whether a call under this id goes on
 */
record CallUpdate(CallPush push, Optional<Merged> before, Merged now, boolean isOpen) {

    static CallUpdate of(CallState state, CallPush push, String id) {
        List<CallPush> known = state.open();
        List<List<CallPush>> groups =
                CallGroups.of(Stream.concat(known.stream(), Stream.of(push)).toList());
        List<CallPush> group =
                groups.stream().filter(each -> each.contains(push)).findFirst().orElseThrow();
        String key = keyOf(group, known, push, id);
        List<CallPush> others = new ArrayList<>(group);
        others.remove(push);
        Optional<Merged> before = others.isEmpty() ? Optional.empty() : Optional.of(CallMerge.of(others, key));
        boolean isOpen =
                groups.stream().anyMatch(each -> CallMerge.of(each, id).call().phase() != CallPhase.ENDED);
        return new CallUpdate(push.under(key), before, CallMerge.of(group, key), isOpen);
    }

    /** Returns the calls under an id as they are known. */
    static List<Merged> calls(CallState state, String id) {
        return CallGroups.of(state.open()).stream()
                .map(group -> CallMerge.of(group, firstKey(group).orElse(id)))
                .toList();
    }

    private static String keyOf(List<CallPush> group, List<CallPush> known, CallPush push, String id) {
        boolean isFree = known.stream().noneMatch(each -> each.key().equals(id));
        return firstKey(group)
                .orElseGet(() -> isFree
                        ? id
                        : id + "@"
                                + push.start()
                                        .map(Object::toString)
                                        .orElse(push.digest().substring(0, 12)));
    }

    private static Optional<String> firstKey(List<CallPush> group) {
        return group.stream()
                .filter(each -> !each.key().isEmpty())
                .min(Comparator.comparing(CallPush::at).thenComparing(CallPush::digest))
                .map(CallPush::key);
    }

    boolean isNews() {
        return before.isEmpty()
                || !before.get().call().equals(sameRaw(before.get().call()))
                || contradictions(now) > contradictions(before.get());
    }

    private CallRecord sameRaw(CallRecord known) {
        return CallRecord.builder().from(now.call()).raw(known.raw()).build();
    }

    private static long contradictions(Merged merged) {
        return merged.sources().values().stream()
                .filter(FieldSource::isContradicted)
                .count();
    }

    CallNews news() {
        return new CallNews(now.call(), before.map(Merged::call), change(), now.sources());
    }

    private CallNews.Change change() {
        if (now.call().phase() == CallPhase.ENDED) {
            boolean wasOver = before.filter(known -> known.call().phase() == CallPhase.ENDED)
                    .isPresent();
            return wasOver ? CallNews.Change.CORRECTED : CallNews.Change.ENDED;
        }
        return before.isPresent() ? CallNews.Change.WENT_ON : CallNews.Change.BEGAN;
    }
}
