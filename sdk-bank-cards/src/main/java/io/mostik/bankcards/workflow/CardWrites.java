package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.StateStore;
import io.mostik.core.once.ContentPolicy;
import io.mostik.core.once.IdPolicy;
import io.mostik.core.once.Kind;
import io.mostik.core.once.Once;
import io.mostik.core.once.OnceWrites;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * The once-only writes of the card workflows. Their leases and settling times follow the longest call of the client that
 * they are sent with.
 */
final class CardWrites {

    private static final Duration KEEP = Duration.ofDays(400);
    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final Duration LONGEST_LEASE = Duration.ofDays(1);

    private final Duration longestCall;
    private final OnceWrites<Grant, LimitBefore, Instant> grants;
    private final OnceWrites<CloseSteps.Close, Void, Boolean> closes;
    private final OnceWrites<LimitSteps.NewSpendLimit, LimitBefore, BigDecimal> limits;
    private final OnceWrites<ReissueSteps.Reissue, ReissueSteps.CardBefore, Ucid> reissues;
    private final OnceWrites<ReplacementSteps.Replacement, ReplacementSteps.NewCard, Boolean> replacements;
    private final OnceWrites<Ucid, Void, Boolean> blocks;

    CardWrites(TBank bank, Once once, CardOwners owners, ChangeRecords changes) {
        StateStore store = once.store();
        longestCall = bank.longestCall();
        grants = once.writes(
                kind("grant", Grant.class, LimitBefore.class, Instant.class, 1).build(),
                new GrantSteps(bank, owners, store));
        // Zero may be set as often as one likes, so there is nothing to wait for.
        closes = once.writes(
                kind("close", CloseSteps.Close.class, Void.class, Boolean.class, 1)
                        .settling(Duration.ZERO)
                        .build(),
                new CloseSteps(bank, owners));
        limits = once.writes(
                kind("limit-change", LimitSteps.NewSpendLimit.class, LimitBefore.class, BigDecimal.class, 2)
                        .build(),
                new LimitSteps(bank, owners, changes, store));
        replacements = once.writes(
                kind(
                                "replacement",
                                ReplacementSteps.Replacement.class,
                                ReplacementSteps.NewCard.class,
                                Boolean.class,
                                3)
                        .build(),
                new ReplacementSteps(bank, owners, changes, store));
        reissues = once.writes(
                kind("reissue", ReissueSteps.Reissue.class, ReissueSteps.CardBefore.class, Ucid.class, 1)
                        .build(),
                new ReissueSteps(bank, owners, changes, replacements, store));
        blocks = once.writes(
                kind("block", Ucid.class, Void.class, Boolean.class, 1)
                        .settling(Duration.ZERO)
                        .build(),
                new BlockSteps(bank, owners));
    }

    OnceWrites<Grant, LimitBefore, Instant> grants() {
        return grants;
    }

    OnceWrites<CloseSteps.Close, Void, Boolean> closes() {
        return closes;
    }

    OnceWrites<LimitSteps.NewSpendLimit, LimitBefore, BigDecimal> limits() {
        return limits;
    }

    OnceWrites<ReissueSteps.Reissue, ReissueSteps.CardBefore, Ucid> reissues() {
        return reissues;
    }

    OnceWrites<ReplacementSteps.Replacement, ReplacementSteps.NewCard, Boolean> replacements() {
        return replacements;
    }

    OnceWrites<Ucid, Void, Boolean> blocks() {
        return blocks;
    }

    private <P, S, R> Kind.Builder<P, S, R> kind(
            String name, Class<P> asked, Class<S> before, Class<R> result, int calls) {
        Duration lease = longestCall.multipliedBy(calls).plus(MARGIN);
        return Kind.builder("cards/" + name, asked, before, result)
                .ids(IdPolicy.PLAIN)
                .content(ContentPolicy.STORED)
                .lease(lease.compareTo(LONGEST_LEASE) < 0 ? lease : LONGEST_LEASE)
                .settling(longestCall.plus(MARGIN))
                .keep(KEEP);
    }
}
