package io.mostik.bankcards;

import io.mostik.bankcards.CourierAllowance.Grant;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.BatchOutcome;
import io.mostik.bankcards.tbank.limits.CardOutcome;
import io.mostik.bankcards.tbank.limits.LimitChange;
import io.mostik.bankcards.tbank.limits.LimitOutcome;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.core.ApiError;
import io.mostik.core.ApiException;
import io.mostik.core.Bulk;
import io.mostik.core.Failure;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.SdkException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** One round of many grants: whole sums together in a batch of the bank, the others one by one. Belongs to one thread. */
final class ManyGrants {

    /** At the bank's pace of reading limits, so many are prepared well before the first of them gets old. */
    private static final int PART = 1_000;

    private static final int OK = 200;
    private static final int RULE = 422;

    private final TBank bank;
    private final AllowanceBook book;
    private final Granting granting;
    private final Bulk bulk;
    private final Map<Grant, Bulk.Result<Grant, Allowance>> done = new HashMap<>();
    private final List<Grant> single = new ArrayList<>();

    ManyGrants(TBank bank, AllowanceBook book, Granting granting, Bulk bulk) {
        this.bank = bank;
        this.book = book;
        this.granting = granting;
        this.bulk = bulk;
    }

    List<Bulk.Result<Grant, Allowance>> grant(List<Grant> all) throws InterruptedException {
        List<Grant> distinct = all.stream().distinct().toList();
        List<Grant> whole = distinct.stream().filter(Grant::isWhole).toList();
        List<Grant> together = whole.size() > 1 ? whole : List.of();
        distinct.stream().filter(grant -> !together.contains(grant)).forEach(single::add);
        for (int from = 0; from < together.size(); from += PART) {
            part(together.subList(from, Math.min(together.size(), from + PART)));
        }
        bulk.each(single, granting::grant).forEach(result -> done.put(result.item(), result));
        return all.stream().map(done::get).toList();
    }

    private void part(List<Grant> grants) throws InterruptedException {
        Map<Grant, Records.Kept<Allowance>> begun = new LinkedHashMap<>();
        for (Bulk.Result<Grant, Granting.Step> step : bulk.each(grants, granting::prepare)) {
            step.failure().ifPresent(failure -> failed(step.item(), failure));
            step.value().ifPresent(value -> {
                if (value.toSend()) {
                    begun.put(step.item(), value.kept());
                } else {
                    settle(step.item(), () -> value.kept().value());
                }
            });
        }
        begun.entrySet()
                .removeIf(entry -> isLate(entry.getKey(), entry.getValue().value()));
        if (!begun.isEmpty()) {
            send(begun);
        }
    }

    private boolean isLate(Grant grant, Allowance begun) {
        boolean late = book.isGettingOld(begun);
        if (late) {
            again(grant, () -> book.release(begun));
        }
        return late;
    }

    private void send(Map<Grant, Records.Kept<Allowance>> begun) {
        List<LimitChange> changes = begun.keySet().stream()
                .map(grant -> LimitChange.spend(grant.ucid(), NewLimit.once(grant.sum())))
                .toList();
        try {
            BatchOutcome outcome = bank.limits().setBatch(changes);
            Map<Ucid, LimitOutcome> told = new HashMap<>();
            for (CardOutcome card : outcome.cards()) {
                card.spend().ifPresent(spend -> told.put(card.ucid(), spend));
            }
            begun.forEach((grant, kept) -> told(grant, kept, Optional.ofNullable(told.get(grant.ucid()))));
        } catch (SdkException e) {
            begun.forEach((grant, kept) -> lost(grant, kept, e));
        }
    }

    private void told(Grant grant, Records.Kept<Allowance> kept, Optional<LimitOutcome> outcome) {
        switch (outcome.map(LimitOutcome::state).orElse(LimitOutcome.State.NOT_TOLD)) {
            case SET -> settle(grant, () -> granting.granted(kept));
            case NOT_TOLD -> again(grant, () -> granting.unsure(kept));
            case REFUSED ->
                settle(grant, () -> {
                    book.release(kept.value());
                    throw refusal(outcome.flatMap(LimitOutcome::message).orElse(""));
                });
        }
    }

    /** The bank answered for all at once. Where it has acted, or refused all for a rule that one may break, each is asked. */
    private void lost(Grant grant, Records.Kept<Allowance> kept, SdkException failure) {
        boolean oneBreaksARule = failure instanceof ApiException refused && refused.status() == RULE;
        switch (failure.outcome()) {
            case APPLIED -> again(grant, () -> granting.unsure(kept));
            case UNKNOWN ->
                settle(grant, () -> {
                    granting.unsure(kept);
                    throw failure;
                });
            case NOT_SENT, REJECTED -> {
                if (oneBreaksARule) {
                    again(grant, () -> book.release(kept.value()));
                } else {
                    settle(grant, () -> {
                        book.release(kept.value());
                        throw failure;
                    });
                }
            }
        }
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

    private void settle(Grant grant, Supplier<Allowance> result) {
        try {
            done.put(grant, new Bulk.Result<>(grant, Optional.of(result.get()), Optional.empty()));
        } catch (RuntimeException e) {
            failed(grant, e);
        }
    }

    private void failed(Grant grant, Throwable failure) {
        done.put(grant, new Bulk.Result<>(grant, Optional.empty(), Optional.of(failure)));
    }

    private static ApiException refusal(String words) {
        ApiError error = ApiError.of(OK, "", words).as(Outcome.REJECTED);
        return ApiException.of(error, Failure.lasting("limits.setBatch", Outcome.REJECTED, Phase.DECODE));
    }
}
