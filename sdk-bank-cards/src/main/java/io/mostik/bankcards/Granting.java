package io.mostik.bankcards;

import io.mostik.bankcards.Allowance.State;
import io.mostik.bankcards.CourierAllowance.Grant;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.ReadBack;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.core.SdkException;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import java.util.Optional;

/** The steps of a grant: prepare it, send it, write down what is known. What was sent is read back before it is sent again. */
final class Granting {

    private final TBank bank;
    private final AllowanceBook book;
    private final TimeSource time;

    Granting(TBank bank, AllowanceBook book, TimeSource time) {
        this.bank = bank;
        this.book = book;
        this.time = time;
    }

    /**
     * A grant on its way.
     *
     * @param kept what is written down
     * @param toSend whether the bank is to be asked now; if not, this is the result
     */
    record Step(Records.Kept<Allowance> kept, boolean toSend) {}

    Allowance grant(Grant grant) {
        Step step = prepare(grant);
        return step.toSend() ? send(step.kept()) : step.kept().value();
    }

    /** Takes card and order, so that nobody else can; whoever gets a step to send has to send it or let it go at once. */
    Step prepare(Grant grant) {
        Optional<Records.Kept<Allowance>> kept = book.find(grant.ucid());
        if (kept.isEmpty() || kept.get().value().state() == State.CLOSED) {
            return begin(grant, kept.map(Records.Kept::version).orElse(StateStore.ABSENT));
        }
        Allowance known = kept.get().value();
        refuse(!known.order().equals(grant.order()), "the card serves another order");
        refuse(known.sum().compareTo(grant.sum()) != 0, "the order was granted another sum");
        refuse(known.state() == State.CLOSING, "the order is being closed");
        return known.state() == State.GRANTED ? new Step(kept.get(), false) : resume(kept.get());
    }

    /** Writes down a grant that the bank took. */
    Allowance granted(Records.Kept<Allowance> sent) {
        return book.move(sent, sent.value().in(State.GRANTED)).value();
    }

    /** Writes down a grant that may have happened. */
    Allowance unsure(Records.Kept<Allowance> sent) {
        return book.move(sent, sent.value().in(State.UNSURE)).value();
    }

    static void refuse(boolean wrong, String text) {
        if (wrong) {
            throw new IllegalStateException(text);
        }
    }

    private Step begin(Grant grant, long version) {
        LimitBefore before = LimitBefore.of(bank.limits().get(grant.ucid()).spendLimit());
        Allowance begun = new Allowance(
                grant.ucid(),
                grant.order(),
                grant.sum(),
                State.GRANTING,
                time.now(),
                Optional.empty(),
                Optional.of(before));
        Records.Kept<Allowance> kept = book.begin(begun, version);
        book.claim(begun);
        return new Step(kept, true);
    }

    private Allowance send(Records.Kept<Allowance> begun) {
        Allowance allowance = begun.value();
        try {
            bank.limits().setSpend(allowance.ucid(), NewLimit.once(allowance.sum()));
            return granted(begun);
        } catch (SdkException e) {
            return switch (e.outcome()) {
                case APPLIED -> granted(begun);
                case UNKNOWN -> {
                    unsure(begun);
                    throw e;
                }
                case NOT_SENT, REJECTED -> {
                    book.release(allowance);
                    throw e;
                }
            };
        }
    }

    private Step resume(Records.Kept<Allowance> kept) {
        Allowance known = kept.value();
        refuse(book.isUnderWay(known), "another thread or node is granting at this moment");
        ReadBack verdict = bank.limits()
                .reconcileSpend(
                        known.ucid(), NewLimit.once(known.sum()), known.before().map(LimitBefore::toLimit));
        Records.Kept<Allowance> next = book.move(kept, next(known, verdict));
        book.claim(known);
        return new Step(next, verdict == ReadBack.NOT_IN_FORCE);
    }

    private Allowance next(Allowance known, ReadBack verdict) {
        return switch (verdict) {
            case IN_FORCE -> known.in(State.GRANTED);
            case UNDECIDED -> known.in(State.UNSURE);
            case NOT_IN_FORCE -> known.grantedAnewAt(time.now());
        };
    }
}
