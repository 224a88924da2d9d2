package io.mostik.bankcards.tbank.limits;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.internal.BankClient;
import io.mostik.core.Effect;
import io.mostik.core.http.Endpoint;
import io.mostik.core.http.RateLimit;
import io.mostik.core.json.JsonType;
import io.mostik.core.json.NoAnswer;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Limits of cards. Obtained from {@code TBank.limits()}. A change acts at once; the bank asks nobody for approval.
 *
 * <p>A one-time limit is never set twice, because setting one fills its remainder up again. After a failure with
 * {@code UNKNOWN}, read the limits before it is set again. Whether setting a daily or monthly limit fills up what was
 * spent is not documented: read the limits to see. Thread-safe.
 *
 * @see <a href="https://developer.tbank.ru/docs/api/biznes-karti">the bank's reference</a>
 */
public final class LimitsApi {

    /** The most cards in one batch. */
    public static final int LARGEST_BATCH = 10_000;

    private static final Endpoint<CardLimits> GET = Endpoint.read(
                    "limits.get", "GET", "/api/v1/card/{ucid}/limits", CardLimits.class)
            .limit(RateLimit.perSecond(40));
    private static final Endpoint<NoAnswer> SET_SPEND = spend(Effect.REPEATABLE);
    private static final Endpoint<NoAnswer> SET_SPEND_ONCE = spend(Effect.ONCE);
    private static final Endpoint<NoAnswer> SET_CASH = cash(Effect.REPEATABLE);
    private static final Endpoint<NoAnswer> SET_CASH_ONCE = cash(Effect.ONCE);
    private static final Endpoint<BatchAnswer> SET_BATCH = batch(Effect.REPEATABLE);
    // One one-time limit among ten thousand others is enough to grant a sum twice.
    private static final Endpoint<BatchAnswer> SET_BATCH_ONCE = batch(Effect.ONCE);

    private final BankClient bank;

    LimitsApi(BankClient bank) {
        this.bank = Objects.requireNonNull(bank, "bank");
    }

    /** Returns both limits of a card, with what remains of them. */
    public CardLimits get(Ucid ucid) {
        return bank.call(GET).path("ucid", ucid).send();
    }

    /** Sets the limit of purchases and cash withdrawals together. */
    public void setSpend(Ucid ucid, NewLimit limit) {
        bank.call(limit.effect() == Effect.ONCE ? SET_SPEND_ONCE : SET_SPEND)
                .path("ucid", ucid)
                .json(limit)
                .send();
    }

    /** Sets the limit of cash withdrawals: a ceiling inside the spend limit. */
    public void setCash(Ucid ucid, NewLimit limit) {
        bank.call(limit.effect() == Effect.ONCE ? SET_CASH_ONCE : SET_CASH)
                .path("ucid", ucid)
                .json(limit)
                .send();
    }

    /**
     * Sets limits of many cards in one call, in whole units of the currency. Some may be set and others refused: see
     * the result of each card. The shape of the answer is known from clients in public.
     *
     * @param changes 1 to {@value #LARGEST_BATCH}, each card once
     */
    public BatchOutcome setBatch(List<LimitUpdate> changes) {
        return bank.call(effectOf(changes) == Effect.ONCE ? SET_BATCH_ONCE : SET_BATCH)
                .json(Map.of("limits", changes))
                .send()
                .match(changes);
    }

    private static Effect effectOf(List<LimitUpdate> changes) {
        if (changes.isEmpty() || changes.size() > LARGEST_BATCH) {
            throw new IllegalArgumentException("changes must be 1 to " + LARGEST_BATCH);
        }
        if (changes.stream().map(LimitUpdate::ucid).distinct().count() < changes.size()) {
            throw new IllegalArgumentException("changes must name each card once");
        }
        return changes.stream().anyMatch(change -> change.effect() == Effect.ONCE) ? Effect.ONCE : Effect.REPEATABLE;
    }

    private static Endpoint<NoAnswer> spend(Effect effect) {
        return paced(Endpoint.of(
                effect, "limits.setSpend", "POST", "/api/v1/card/{ucid}/spend-limit", JsonType.of(NoAnswer.class)));
    }

    private static Endpoint<NoAnswer> cash(Effect effect) {
        return paced(Endpoint.of(
                effect, "limits.setCash", "POST", "/api/v1/card/{ucid}/cash-limit", JsonType.of(NoAnswer.class)));
    }

    private static Endpoint<BatchAnswer> batch(Effect effect) {
        return paced(Endpoint.of(
                        effect,
                        "limits.setBatch",
                        "PUT",
                        "/api/v3/card/limits/set_batch",
                        JsonType.of(BatchAnswer.class)))
                .perItem();
    }

    private static <T> Endpoint<T> paced(Endpoint<T> endpoint) {
        return endpoint.limit(RateLimit.perSecond(10)).deadline(BankClient.WRITE_DEADLINE);
    }
}
