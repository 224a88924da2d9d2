package io.mostik.bankcards.tbank.limits;

import io.mostik.bankcards.tbank.cards.Ucid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The answer to a batch, in a shape known from clients in public; matched to what was asked by card, not by place. */
record BatchAnswer(List<Line> limits) {

    BatchAnswer {
        limits = Objects.requireNonNullElse(limits, List.of());
    }

    /** One card. */
    record Line(Optional<Ucid> ucid, Optional<Told> spendLimit, Optional<Told> cashLimit) {}

    /** One limit. */
    record Told(Optional<Boolean> isSuccess, Optional<String> errorMessage) {

        LimitOutcome outcome() {
            LimitOutcome.State state = isSuccess
                    .map(success -> success ? LimitOutcome.State.SET : LimitOutcome.State.REFUSED)
                    .orElse(LimitOutcome.State.NOT_TOLD);
            return new LimitOutcome(state, errorMessage);
        }
    }

    BatchOutcome match(List<LimitChange> asked) {
        Map<Ucid, Line> lines = new HashMap<>();
        limits.forEach(line -> line.ucid().ifPresent(ucid -> lines.put(ucid, line)));
        Line nothing = new Line(Optional.empty(), Optional.empty(), Optional.empty());
        return new BatchOutcome(asked.stream()
                .map(change -> {
                    Line line = lines.getOrDefault(change.ucid(), nothing);
                    return new CardOutcome(
                            change.ucid(),
                            change.spend().map(limit -> outcome(line.spendLimit())),
                            change.cash().map(limit -> outcome(line.cashLimit())));
                })
                .toList());
    }

    private static LimitOutcome outcome(Optional<Told> told) {
        return told.map(Told::outcome).orElseGet(() -> new LimitOutcome(LimitOutcome.State.NOT_TOLD, Optional.empty()));
    }
}
