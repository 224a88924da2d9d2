package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.StateStore;
import io.mostik.core.once.OnceResult;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.tbank.CardStatus;
import io.mostik.testing.tbank.LimitKind;
import io.mostik.testing.tbank.LimitPeriod;
import io.mostik.testing.tbank.TBankCard;
import io.mostik.testing.tbank.TBankSimulator;
import java.math.BigDecimal;
import java.util.stream.LongStream;

/** Dismissing somebody with two cards acts when both are without money and blocked, however often it is told to. */
class StopContractTest extends CardContract {

    private static final long[] CARDS = {TBankSimulator.PLASTIC_CARD, TBankSimulator.VIRTUAL_CARD};

    @Override
    protected Subject open(StateStore store, ManualTime time) {
        for (long card : CARDS) {
            CardRecord unused = new CardDirectory(store).update(Ucid.of(card), known -> known.employee("e-1"));
        }
        return new CardSubject(time, "PUT /api/v3/card/limits/set_batch") {

            {
                for (long card : CARDS) {
                    simulator.limit(card, LimitKind.SPEND, new BigDecimal("5000"), LimitPeriod.MONTH);
                }
            }

            @Override
            public OnceResult<?> act(StateStore node) {
                DismissalReport report = workflows(node).dismissals().dismiss("e-1", "left");
                boolean isStopped = report.cards().stream().allMatch(DismissalReport.Line::stopped);
                return report.isComplete() && isStopped ? done() : inProgress();
            }

            @Override
            public int acted() {
                return LongStream.of(CARDS).mapToObj(simulator::card).allMatch(StopContractTest::isOut) ? 1 : 0;
            }
        };
    }

    private static boolean isOut(TBankCard card) {
        return card.status() == CardStatus.BLOCKED && card.spendLimit().value().signum() == 0;
    }
}
