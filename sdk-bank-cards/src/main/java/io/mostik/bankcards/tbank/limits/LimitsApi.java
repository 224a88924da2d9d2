package io.mostik.bankcards.tbank.limits;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.internal.BankClient;
import io.mostik.core.Effect;
import io.mostik.core.http.Endpoint;
import io.mostik.core.http.RateLimit;
import io.mostik.core.json.JsonType;
import io.mostik.core.json.NoAnswer;
import java.time.Duration;
import java.util.Objects;

/**
 * Limits of cards. Obtained from {@code TBank.limits()}. A change acts at once; the bank asks nobody for approval.
 * Thread-safe.
 *
 * @see <a href="https://developer.tbank.ru/docs/api/biznes-karti">the bank's reference</a>
 */
public final class LimitsApi {

    private static final Endpoint<CardLimits> GET = Endpoint.read(
                    "limits.get", "GET", "/api/v1/card/{ucid}/limits", CardLimits.class)
            .limit(RateLimit.perSecond(40));
    private static final Endpoint<NoAnswer> SET_SPEND =
            setter(Effect.REPEATABLE, "limits.setSpend", "/api/v1/card/{ucid}/spend-limit");
    private static final Endpoint<NoAnswer> SET_SPEND_ONCE =
            setter(Effect.ONCE, "limits.setSpend", "/api/v1/card/{ucid}/spend-limit");

    private final BankClient bank;

    /** Creates the API over an engine; use {@code TBank.limits()}. */
    public LimitsApi(BankClient bank) {
        this.bank = Objects.requireNonNull(bank, "bank");
    }

    /** Returns both limits of a card, with what remains of them. */
    public CardLimits get(Ucid ucid) {
        return bank.call(GET).path("ucid", ucid).send();
    }

    /**
     * Sets the limit of purchases and cash withdrawals together. A one-time limit is never sent twice: after a failure
     * with {@code UNKNOWN}, read the limits before setting it again. Whether setting a daily or monthly limit fills up
     * what was spent is not documented: read the limits to see.
     */
    public void setSpend(Ucid ucid, NewLimit limit) {
        bank.call(limit.effect() == Effect.ONCE ? SET_SPEND_ONCE : SET_SPEND)
                .path("ucid", ucid)
                .json(limit)
                .send();
    }

    private static Endpoint<NoAnswer> setter(Effect effect, String operation, String path) {
        return Endpoint.of(effect, operation, "POST", path, JsonType.of(NoAnswer.class))
                .limit(RateLimit.perSecond(10))
                .deadline(Duration.ofSeconds(60));
    }
}
