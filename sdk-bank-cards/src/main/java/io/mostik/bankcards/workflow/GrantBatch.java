package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.CardOutcome;
import io.mostik.bankcards.tbank.limits.LimitOutcome;
import io.mostik.bankcards.tbank.limits.LimitUpdate;
import io.mostik.core.ApiError;
import io.mostik.core.ApiException;
import io.mostik.core.BatchExecutor;
import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.SdkException;
import io.mostik.core.once.Attempt;
import io.mostik.core.once.KeyReuseException;
import io.mostik.core.once.OnceResult;
import io.mostik.core.once.Sent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One round of many grants: whole sums together in a batch of the bank, the others one by one. Belongs to one thread.
 */
final class GrantBatch {

    /** At the bank's pace of reading limits, so many are prepared well before the first of them gets old. */
    private static final int PART = 1_000;

    private static final int OK = 200;
    private static final int RULE = 422;

    private final CardBank bank;
    private final Allowances allowances;
    private final BatchExecutor bulk;
    private final Map<Grant, BatchExecutor.Result<Grant, Allowance>> done = new HashMap<>();
    private final List<Grant> single = new ArrayList<>();

    GrantBatch(CardBank bank, Allowances allowances, BatchExecutor bulk) {
        this.bank = bank;
        this.allowances = allowances;
        this.bulk = bulk;
    }

    /** A grant that is known, or may be sent; with the time from which spending would belong to it. */
    private record Begun(Attempt<Grant, LimitBefore, Instant> attempt, Instant since, boolean onTop) {}

    List<BatchExecutor.Result<Grant, Allowance>> grant(List<Grant> all) throws InterruptedException {
        List<Grant> distinct = all.stream().distinct().toList();
        Set<Ucid> met = new HashSet<>();
        List<Grant> whole = distinct.stream()
                .filter(grant -> grant.isWhole() && met.add(grant.ucid()))
                .toList();
        boolean isTogether = whole.size() > 1 && bank.batches().isPresent();
        List<Grant> together = isTogether ? whole : List.of();
        distinct.stream().filter(grant -> !together.contains(grant)).forEach(single::add);
        int most = Math.min(PART, bank.batches().map(CardBank.Batches::largest).orElse(PART));
        for (int from = 0; from < together.size(); from += most) {
            part(together.subList(from, Math.min(together.size(), from + most)));
        }
        while (!single.isEmpty()) {
            bulk.each(nextOfEachCard(), allowances::grant).forEach(result -> done.put(result.item(), result));
        }
        return all.stream().map(done::get).toList();
    }

    /** Two orders of one card at once would be in each other's way. */
    private List<Grant> nextOfEachCard() {
        Set<Ucid> met = new HashSet<>();
        List<Grant> next =
                single.stream().filter(grant -> met.add(grant.ucid())).toList();
        single.removeAll(next);
        return next;
    }

    private void part(List<Grant> grants) throws InterruptedException {
        Map<Grant, Begun> begun = new LinkedHashMap<>();
        for (BatchExecutor.Result<Grant, Begun> step : bulk.each(grants, this::begin)) {
            Grant grant = step.item();
            step.failure().ifPresent(failure -> notBegun(grant, failure));
            step.value()
                    .ifPresent(one -> one.attempt()
                            .known()
                            .ifPresentOrElse(
                                    known -> end(grant, () -> allowances.told(grant, known)),
                                    () -> begun.put(grant, one)));
        }
        begun.entrySet().removeIf(entry -> isLate(entry.getKey(), entry.getValue()));
        if (!begun.isEmpty()) {
            send(begun);
        }
    }

    private Begun begin(Grant grant) {
        Instant since = allowances.now();
        return new Begun(allowances.begin(grant), since, allowances.isOnTop(grant));
    }

    /** What concerns a card that was reissued is found out one by one. */
    private void notBegun(Grant grant, Throwable failure) {
        if (failure instanceof KeyReuseException
                || failure instanceof CardReplacedException
                || failure instanceof LimitMovedException) {
            single.add(grant);
        } else {
            failed(grant, failure);
        }
    }

    private boolean isLate(Grant grant, Begun begun) {
        boolean late = begun.onTop() || begun.attempt().isOld();
        if (late) {
            again(grant, () -> begun.attempt().release());
        }
        return late;
    }

    private void send(Map<Grant, Begun> begun) {
        List<LimitUpdate> changes = begun.keySet().stream()
                .map(grant -> LimitUpdate.spend(grant.ucid(), grant.limit()))
                .toList();
        try {
            Map<Ucid, LimitOutcome> told = new HashMap<>();
            CardBank held = bank.sendingWithin(allowances.leftOfLease());
            for (CardOutcome card : Offers.need(held.batches()).set(changes).cards()) {
                card.spend().ifPresent(spend -> told.put(card.ucid(), spend));
            }
            begun.forEach((grant, one) -> told(grant, one, Optional.ofNullable(told.get(grant.ucid()))));
        } catch (SdkException e) {
            begun.forEach((grant, one) -> lost(grant, one, e));
        }
    }

    private void told(Grant grant, Begun begun, Optional<LimitOutcome> outcome) {
        switch (outcome.map(LimitOutcome::state).orElse(LimitOutcome.State.NOT_TOLD)) {
            case SET -> end(grant, () -> allowances.told(grant, begun.attempt().done(Sent.result(begun.since()))));
            case NOT_TOLD -> again(grant, () -> unknown(begun));
            case REFUSED ->
                end(grant, () -> {
                    throw failed(
                            begun,
                            refusal(outcome.flatMap(LimitOutcome::message).orElse("")));
                });
        }
    }

    /**
     * The bank answered for all at once, or its answer broke off. Where it has acted, or refused all for a rule that one may
     * break, each is asked.
     */
    private void lost(Grant grant, Begun begun, SdkException failure) {
        boolean oneBreaksARule = failure instanceof ApiException refused && refused.status() == RULE;
        boolean acted = failure.outcome() == Outcome.UNKNOWN && failure.phase() == Phase.BODY;
        if (acted) {
            again(grant, () -> unknown(begun));
        } else if (failure.outcome() != Outcome.UNKNOWN && oneBreaksARule) {
            again(grant, () -> begun.attempt().release());
        } else {
            end(grant, () -> {
                throw failed(begun, failure);
            });
        }
    }

    private static void unknown(Begun begun) {
        OnceResult<Instant> unused =
                begun.attempt().failed(new IllegalStateException("the bank did not report a result for the card"));
    }

    private static SdkException failed(Begun begun, SdkException failure) {
        OnceResult<Instant> unused = begun.attempt().failed(failure);
        return failure;
    }

    /** Has the grant asked for once more, on its own, after a step that may fail for this card alone. */
    private void again(Grant grant, Runnable before) {
        try {
            before.run();
            single.add(grant);
        } catch (RuntimeException e) {
            failed(grant, e);
        }
    }

    private void end(Grant grant, Supplier<Allowance> result) {
        try {
            done.put(grant, new BatchExecutor.Result<>(grant, Optional.of(result.get()), Optional.empty()));
        } catch (RuntimeException e) {
            failed(grant, e);
        }
    }

    private void failed(Grant grant, Throwable failure) {
        done.put(grant, new BatchExecutor.Result<>(grant, Optional.empty(), Optional.of(failure)));
    }

    private static ApiException refusal(String words) {
        ApiError error = ApiError.of(OK, "", words).as(Outcome.REJECTED);
        return ApiException.of(error, FailureInfo.lasting("limits.setBatch", Outcome.REJECTED, Phase.DECODE));
    }
}
