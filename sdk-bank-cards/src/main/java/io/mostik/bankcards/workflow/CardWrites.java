package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.StateStore;
import io.mostik.core.once.ContentPolicy;
import io.mostik.core.once.IdPolicy;
import io.mostik.core.once.Kind;
import io.mostik.core.once.Once;
import io.mostik.core.once.OnceWrites;
import io.mostik.core.once.ReadBack;
import io.mostik.core.once.WriteState;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

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
    private final GrantSteps grantSteps;
    private final OnceWrites<CloseSteps.Close, CloseSteps.Kept, Boolean> closes;
    private final OnceWrites<CloseSteps.Close, CloseSteps.Kept, Boolean> parts;
    private final OnceWrites<AmendSteps.Amend, LimitBefore, Boolean> amends;
    private final OnceWrites<HandOverSteps.HandOver, HandOverSteps.BothBefore, Instant> handOvers;
    private final OnceWrites<LimitSteps.NewSpendLimit, LimitBefore, BigDecimal> limits;
    private final OnceWrites<LimitSteps.NewSpendLimit, LimitBefore, BigDecimal> cashLimits;
    private final OnceWrites<ReissueSteps.Reissue, ReissueSteps.CardBefore, Ucid> reissues;
    private final ReissueSteps reissueSteps;
    private final OnceWrites<ReplacementSteps.Replacement, ReplacementSteps.NewCard, Boolean> replacements;
    private final OnceWrites<Ucid, Void, Boolean> blocks;

    CardWrites(CardBank bank, Once once, CardOwners owners, ChangeRecords changes) {
        StateStore store = once.store();
        longestCall = bank.longestCall();
        grantSteps = new GrantSteps(bank, owners, store, lease(2));
        grants = once.writes(
                kind("grant", Grant.class, LimitBefore.class, Instant.class, 2).build(), grantSteps);
        // Zero may be set as often as one likes, so there is nothing to wait for.
        closes = once.writes(
                kind("close", CloseSteps.Close.class, CloseSteps.Kept.class, Boolean.class, 1)
                        .settling(Duration.ZERO)
                        .build(),
                new CloseSteps(bank, owners, false, lease(1)));
        // What other orders keep on the card is filled up again by a request that arrives late.
        parts = once.writes(
                kind("part-close", CloseSteps.Close.class, CloseSteps.Kept.class, Boolean.class, 2)
                        .build(),
                new CloseSteps(bank, owners, true, lease(2)));
        amends = once.writes(
                kind("amend", AmendSteps.Amend.class, LimitBefore.class, Boolean.class, 2)
                        .build(),
                new AmendSteps(bank, owners, store, lease(2)));
        // Six calls and a page of a statement or two, and two more to give back.
        handOvers = once.writes(
                kind("hand-over", HandOverSteps.HandOver.class, HandOverSteps.BothBefore.class, Instant.class, 10)
                        .build(),
                new HandOverSteps(bank, owners, store, lease(10)));
        limits = once.writes(
                kind("limit-change", LimitSteps.NewSpendLimit.class, LimitBefore.class, BigDecimal.class, 2)
                        .build(),
                new LimitSteps(LimitTarget.SPEND, bank, owners, changes, store, lease(2)));
        cashLimits = once.writes(
                kind("cash-limit-change", LimitSteps.NewSpendLimit.class, LimitBefore.class, BigDecimal.class, 2)
                        .build(),
                new LimitSteps(LimitTarget.CASH, bank, owners, changes, store, lease(2)));
        replacements = once.writes(
                kind(
                                "replacement",
                                ReplacementSteps.Replacement.class,
                                ReplacementSteps.NewCard.class,
                                Boolean.class,
                                3)
                        .build(),
                new ReplacementSteps(bank, owners, changes, store));
        reissueSteps = new ReissueSteps(bank, owners, changes, replacements, store);
        reissues = once.writes(
                kind("reissue", ReissueSteps.Reissue.class, ReissueSteps.CardBefore.class, Ucid.class, 1)
                        .settling(ReissueSteps.SETTLING)
                        .build(),
                reissueSteps);
        blocks = once.writes(
                kind("block", Ucid.class, Void.class, Boolean.class, 1)
                        .settling(Duration.ZERO)
                        .build(),
                new BlockSteps(bank, owners));
    }

    OnceWrites<Grant, LimitBefore, Instant> grants() {
        return grants;
    }

    GrantSteps grantSteps() {
        return grantSteps;
    }

    OnceWrites<CloseSteps.Close, CloseSteps.Kept, Boolean> closes() {
        return closes;
    }

    /** Returns the ends of orders whose card serves other orders too. */
    OnceWrites<CloseSteps.Close, CloseSteps.Kept, Boolean> parts() {
        return parts;
    }

    OnceWrites<AmendSteps.Amend, LimitBefore, Boolean> amends() {
        return amends;
    }

    OnceWrites<HandOverSteps.HandOver, HandOverSteps.BothBefore, Instant> handOvers() {
        return handOvers;
    }

    OnceWrites<LimitSteps.NewSpendLimit, LimitBefore, BigDecimal> limits() {
        return limits;
    }

    OnceWrites<LimitSteps.NewSpendLimit, LimitBefore, BigDecimal> cashLimits() {
        return cashLimits;
    }

    OnceWrites<ReissueSteps.Reissue, ReissueSteps.CardBefore, Ucid> reissues() {
        return reissues;
    }

    OnceWrites<ReplacementSteps.Replacement, ReplacementSteps.NewCard, Boolean> replacements() {
        return replacements;
    }

    /** Returns the names of the kinds whose id is that of a change. */
    Set<String> ofChanges() {
        return Set.of(
                limits.kind().name(),
                cashLimits.kind().name(),
                reissues.kind().name(),
                replacements.kind().name());
    }

    /** Notes the card that a reissue has brought, as a person says; false if it is not open. */
    boolean bring(ReissueSteps.Reissue reissue, Ucid successor) {
        WriteState state = reissues.state(reissue.change());
        if (state != WriteState.RUNNING && state != WriteState.UNKNOWN) {
            return false;
        }
        ReadBack<Ucid> shown = reissueSteps.found(reissue, successor);
        return reissues.resolve(reissue.change(), shown.result());
    }

    OnceWrites<Ucid, Void, Boolean> blocks() {
        return blocks;
    }

    private <P, S, R> Kind.Builder<P, S, R> kind(
            String name, Class<P> asked, Class<S> before, Class<R> result, int calls) {
        return Kind.builder("cards/" + name, asked, before, result)
                .ids(IdPolicy.PLAIN)
                .content(ContentPolicy.STORED)
                .lease(lease(calls))
                .settling(longestCall.plus(MARGIN))
                .keep(KEEP);
    }

    private Duration lease(int calls) {
        Duration lease = longestCall.multipliedBy(calls).plus(MARGIN);
        return lease.compareTo(LONGEST_LEASE) < 0 ? lease : LONGEST_LEASE;
    }
}
