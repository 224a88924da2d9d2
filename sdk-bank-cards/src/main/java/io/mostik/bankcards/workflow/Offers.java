package io.mostik.bankcards.workflow;

import static io.mostik.bankcards.workflow.CardRefusedException.refuseIf;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.LimitPeriod;
import io.mostik.bankcards.workflow.CardBank.Setting;
import io.mostik.bankcards.workflow.CardRefusedException.Reason;
import io.mostik.core.Effect;
import io.mostik.core.SdkException;
import io.mostik.core.once.ReadBack;
import io.mostik.core.once.ReadBack.Verdict;
import io.mostik.core.once.Sent;
import java.util.Optional;
import java.util.function.Supplier;

/** What a bank offers: refused where it is missing, and waited for where the bank approves. */
final class Offers {

    private Offers() {}

    /** Returns a part that a workflow needs. */
    static <T> T need(Optional<T> part) {
        return part.orElseThrow(() -> new CardRefusedException(Reason.NOT_OFFERED));
    }

    static void needPeriod(CardBank bank, LimitPeriod period) {
        refuseIf(!bank.sets(period), Reason.NOT_OFFERED);
    }

    /** Refuses what joins several limits at a bank where each has to be approved first. */
    static void needAtOnce(CardBank bank) {
        refuseIf(bank.approving().isPresent(), Reason.NOT_OFFERED);
    }

    /** Returns whether a failure is certainly one of a call that changes something at the bank. */
    static boolean isWrite(CardBank bank, SdkException failure) {
        return bank.effectOf(failure).filter(effect -> effect != Effect.READ).isPresent();
    }

    /** Returns a write as sent: done, or begun where the bank has to approve it. */
    static <R> Sent<R> sent(Setting setting, Supplier<R> result) {
        return setting.document().<Sent<R>>map(Sent::started).orElseGet(() -> Sent.result(result.get()));
    }

    /** A limit that is not there, while one waits for the bank's approval, may be there any time. */
    static Verdict shown(CardBank bank, Ucid ucid, Verdict verdict) {
        boolean isWaiting = verdict == Verdict.NOT_APPLIED
                && bank.approving().filter(part -> part.isWaiting(ucid)).isPresent();
        return isWaiting ? Verdict.UNKNOWN : verdict;
    }

    /** Asks for the bank's decision. */
    static <R> ReadBack<R> decided(CardBank bank, String document, Supplier<R> result) {
        return switch (need(bank.approving()).decision(document)) {
            case WAITING -> ReadBack.unknown();
            case EXECUTED -> ReadBack.applied(result.get());
            case REJECTED -> ReadBack.notApplied();
        };
    }
}
