package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.workflow.CardRefusedException.Reason;
import io.mostik.bankcards.workflow.ChangeRequest.Kind;
import io.mostik.bankcards.workflow.ChangeRequest.State;
import io.mostik.bankcards.workflow.LimitSteps.NewSpendLimit;
import io.mostik.bankcards.workflow.ReissueSteps.Reissue;
import io.mostik.bankcards.workflow.ReplacementSteps.Replacement;
import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.once.Once;
import io.mostik.core.once.OnceResult;
import io.mostik.core.once.OpenWrite;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Brings approved changes about, and notes what a person has found out about one. Thread-safe. */
final class ChangeExecution {

    private final CardBank bank;
    private final CardDirectory directory;
    private final ChangeRecords changes;
    private final CardWrites writes;
    private final Once once;

    ChangeExecution(CardBank bank, CardDirectory directory, ChangeRecords changes, CardWrites writes, Once once) {
        this.bank = bank;
        this.directory = directory;
        this.changes = changes;
        this.writes = writes;
        this.once = once;
    }

    /** Takes an approved change as far as it gets now. */
    ChangeRequest advance(ChangeRequest change) {
        try {
            if (change.kind() == Kind.REISSUE) {
                reissue(change);
            } else {
                setLimit(change);
            }
        } catch (LimitSteps.UnseenLimitException e) {
            return changes.get(change.id());
        } catch (CardRefusedException e) {
            return refused(change, e);
        } catch (SdkException e) {
            return failed(change, e);
        }
        return changes.get(change.id());
    }

    /** Returns the ids of changes with a write that is not done. */
    List<String> unfinished() {
        return open().map(OpenWrite::ref).distinct().toList();
    }

    /** Writes down whether the open write of a change happened; empty if it has none, false if it is being sent now. */
    Optional<Boolean> resolve(ChangeRequest change, boolean happened) {
        return open().filter(write -> write.ref().equals(change.id()))
                .findFirst()
                .map(write -> once.resolve(write, happened));
    }

    /** Writes down which card a reissue has brought, and puts it in the place of the old one. */
    boolean resolve(ChangeRequest change, Ucid successor) {
        return writes.bring(new Reissue(change.id(), change.ucid()), successor);
    }

    private Stream<OpenWrite> open() {
        Set<String> kinds = writes.ofChanges();
        return once.pending().filter(write -> kinds.contains(write.kind()));
    }

    /** What was never sent has failed; if another node has executed it meanwhile, that is no failure. */
    private ChangeRequest refused(ChangeRequest change, CardRefusedException refusal) {
        if (refusal.isRetryable()) {
            throw refusal;
        }
        ChangeRequest now =
                changes.fail(change.id(), String.valueOf(refusal.getMessage()), Optional.of(refusal.reason()));
        if (refusal.reason() == Reason.DISMISSED && now.state() != State.FAILED) {
            throw refusal;
        }
        return now;
    }

    /** What the bank refused for good has failed; what may have happened is read back when it is executed again. */
    private ChangeRequest failed(ChangeRequest change, SdkException failure) {
        if (!Offers.isWrite(bank, failure)) {
            throw failure;
        }
        boolean isOver =
                failure.outcome() == Outcome.REJECTED && !failure.failure().temporary();
        return isOver
                ? changes.fail(change.id(), String.valueOf(failure.getMessage()), Optional.empty())
                : changes.get(change.id());
    }

    private void setLimit(ChangeRequest change) {
        boolean isCash = change.kind() == Kind.CASH_LIMIT;
        LimitBefore known = (isCash ? change.cashBefore() : change.spendBefore()).orElseThrow();
        NewSpendLimit asked = new NewSpendLimit(
                change.id(),
                change.ucid(),
                change.limit().or(change::cashLimit).orElseThrow(),
                known,
                change.increase());
        OnceResult<?> unused = (isCash ? writes.cashLimits() : writes.limits()).perform(change.id(), asked);
    }

    /** The new card is put in the place of the old one as soon as it is known; both may be repeated. */
    private void reissue(ChangeRequest change) {
        OnceResult<Ucid> unused = writes.reissues().perform(change.id(), new Reissue(change.id(), change.ucid()));
        Optional<Replacement> replacement = writes.replacements().asked(change.id());
        if (replacement.isPresent()) {
            Optional<CardRecord> unusedRecord =
                    directory.reissued(change.ucid(), replacement.get().successor());
            OnceResult<Boolean> unusedEnd = writes.replacements().perform(change.id(), replacement.get());
        }
    }
}
