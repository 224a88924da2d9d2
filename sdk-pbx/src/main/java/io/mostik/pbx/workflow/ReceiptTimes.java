package io.mostik.pbx.workflow;

import io.mostik.pbx.CallRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The moments of receipt that stand for times which a PBX never sends. Not thread-safe. */
final class ReceiptTimes {

    private final List<CallPush> pushes;
    private final BiConsumer<String, CallPush> source;
    private final List<String> names = new ArrayList<>();

    private ReceiptTimes(List<CallPush> pushes, BiConsumer<String, CallPush> source) {
        this.pushes = pushes;
        this.source = source;
    }

    /** Returns a call with these moments where no time was told; one that came too late to be true is left out. */
    static CallRecord fill(CallRecord told, List<CallPush> pushes, BiConsumer<String, CallPush> source) {
        if (pushes.stream().allMatch(push -> push.call().timesOfReceipt().isEmpty())) {
            return told;
        }
        ReceiptTimes times = new ReceiptTimes(pushes, source);
        Optional<Instant> end = told.endedAt().or(() -> times.first("endedAt", Optional.empty()));
        Optional<Instant> answer = told.answeredAt().or(() -> times.first("answeredAt", end));
        Optional<Instant> start = told.startedAt().or(() -> times.first("startedAt", answer.or(() -> end)));
        return CallRecord.builder()
                .from(told)
                .startedAt(start)
                .answeredAt(answer)
                .endedAt(end)
                .timesOfReceipt(times.names.stream().sorted().toList())
                .build();
    }

    private Optional<Instant> first(String name, Optional<Instant> before) {
        Optional<CallPush> push = pushes.stream()
                .filter(each -> each.call().timesOfReceipt().contains(name))
                .min(Comparator.comparing(CallPush::at).thenComparing(CallPush::digest))
                .filter(each -> before.filter(each.at()::isAfter).isEmpty());
        push.ifPresent(each -> {
            names.add(name);
            source.accept(name, each);
        });
        return push.map(CallPush::at);
    }
}
