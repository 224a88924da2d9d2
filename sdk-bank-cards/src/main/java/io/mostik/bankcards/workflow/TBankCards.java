package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.BlockReason;
import io.mostik.bankcards.tbank.cards.Card;
import io.mostik.bankcards.tbank.cards.CardQuery;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.BatchOutcome;
import io.mostik.bankcards.tbank.limits.CardLimits;
import io.mostik.bankcards.tbank.limits.LimitPeriod;
import io.mostik.bankcards.tbank.limits.LimitUpdate;
import io.mostik.bankcards.tbank.limits.LimitsApi;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.tbank.operations.Operation;
import io.mostik.bankcards.tbank.operations.StatementQuery;
import io.mostik.core.Effect;
import io.mostik.core.SdkException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** T-Bank as the workflows see it. Thread-safe. */
final class TBankCards implements CardBank {

    private static final Map<String, Effect> EFFECTS = Map.of(
            "limits.get", Effect.READ,
            "cards.get", Effect.READ,
            "limits.setSpend", Effect.ONCE,
            "limits.setCash", Effect.ONCE,
            "limits.setBatch", Effect.ONCE,
            "virtualCards.reissue", Effect.ONCE,
            "cards.block", Effect.REPEATABLE);

    private final TBank bank;

    private TBankCards(TBank bank) {
        this.bank = bank;
    }

    /** A card that is left out of a list looks like one that was never made: a reissue would be sent again. */
    static TBankCards of(TBank bank) {
        return new TBankCards(bank.with(bank.options().withoutSkipping()));
    }

    @Override
    public Duration longestCall() {
        return bank.longestCall();
    }

    @Override
    public CardBank sendingWithin(Duration time) {
        return new TBankCards(bank.sendingWithin(time));
    }

    @Override
    public Optional<Effect> effectOf(SdkException failure) {
        return Optional.ofNullable(EFFECTS.get(failure.operation()));
    }

    @Override
    public Card card(Ucid ucid) {
        return bank.cards().get(ucid);
    }

    @Override
    public List<Card> cards() {
        return bank.cards().list(CardQuery.all()).stream().toList();
    }

    @Override
    public CardLimits limits(Ucid ucid) {
        return bank.limits().get(ucid);
    }

    @Override
    public boolean sets(LimitPeriod period) {
        return !period.equals(LimitPeriod.CUSTOM);
    }

    @Override
    public Setting setSpend(Ucid ucid, NewLimit limit) {
        bank.limits().setSpend(ucid, limit);
        return Setting.inForce();
    }

    @Override
    public Optional<CashLimits> cashLimits() {
        return Optional.of(bank.limits()::setCash);
    }

    @Override
    public Optional<Batches> batches() {
        return Optional.of(new Batches() {
            @Override
            public int largest() {
                return LimitsApi.LARGEST_BATCH;
            }

            @Override
            public BatchOutcome set(List<LimitUpdate> changes) {
                return bank.limits().setBatch(changes);
            }
        });
    }

    @Override
    public Optional<Blocking> blocking() {
        return Optional.of((ucid, comment) -> bank.cards().block(ucid, BlockReason.CLIENT_INITIATED, comment));
    }

    @Override
    public Optional<Reissuing> reissuing() {
        return Optional.of(new TBankReissues(bank));
    }

    @Override
    public Optional<Requisites> requisites() {
        return Optional.of(new TBankRequisites(bank));
    }

    @Override
    public Optional<Statements> statements() {
        return Optional.of(this::operations);
    }

    private Stream<Operation> operations(Ucid card, Instant since) {
        StatementQuery query = StatementQuery.builder()
                .accountNumber(bank.cards().get(card).accountNumber())
                .since(since)
                .build();
        return bank.operations().ofCard(card, query);
    }
}
