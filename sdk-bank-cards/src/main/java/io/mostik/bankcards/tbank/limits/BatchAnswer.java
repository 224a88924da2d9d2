package io.mostik.bankcards.tbank.limits;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mostik.bankcards.tbank.cards.Ucid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answer to a batch, in a shape known from public clients; matched to the request by card, not by position. */
record BatchAnswer(@JsonProperty(required = true) List<Line> limits) {

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

    BatchOutcome match(List<LimitUpdate> asked) {
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
