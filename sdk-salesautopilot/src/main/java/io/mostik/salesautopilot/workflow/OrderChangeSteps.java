package io.mostik.salesautopilot.workflow;

import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.SdkException;
import io.mostik.core.TransportException;
import io.mostik.core.once.Before;
import io.mostik.core.once.OnceSteps;
import io.mostik.core.once.ReadBack;
import io.mostik.core.once.Sent;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.orders.OrderLinesApi;
import io.mostik.salesautopilot.records.ContactRecord;
import io.mostik.salesautopilot.workflow.MarketingRefusedException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings an order to what the shop has: reads it and sends what differs, so that a second try sends what is left. Lines are
 * sent first, since the columns through a form come with its automations.
 */
record OrderChangeSteps(SalesAutopilot sales) implements OnceSteps<OrderChange, Void, RecordId> {

    @Override
    public Before<Void, RecordId> before(OrderChange change) {
        return differs(change).isSame() ? Before.nothingToDo(change.record()) : Before.nothing();
    }

    @Override
    public Sent<RecordId> send(OrderChange change, Optional<Void> before) {
        List<Runnable> calls = calls(change, differs(change));
        int done = 0;
        try {
            for (Runnable call : calls) {
                call.run();
                done++;
            }
        } catch (SdkException | MarketingRefusedException e) {
            throw done == 0 ? e : partly(e);
        }
        return Sent.result(change.record());
    }

    private List<Runnable> calls(OrderChange change, ShownOrder differs) {
        OrderLinesApi lines = sales.orderLines(change.list());
        List<Runnable> calls = new ArrayList<>();
        differs.changed().forEach((item, fields) -> calls.add(() -> sent(lines.changeItem(item, fields))));
        if (!differs.removed().isEmpty()) {
            calls.add(() -> sent(lines.removeItems(differs.removed()) > 0));
        }
        if (!differs.added().isEmpty()) {
            calls.add(() -> sent(lines.addItems(change.record(), differs.added())));
        }
        if (!differs.columns().isEmpty()) {
            calls.add(() -> sent(
                    sales.subscribers(change.list()).update(change.form(), change.record(), differs.columns()) > 0));
        }
        return calls;
    }

    /** Whatever the last call proves of itself, the order is changed in part, and a read has to show how far. */
    private static SdkException partly(RuntimeException last) {
        return new TransportException(
                "the order was changed in part",
                FailureInfo.temporary("orders.change", Outcome.UNKNOWN, Phase.DECODE),
                last);
    }

    @Override
    public ReadBack<RecordId> readBack(OrderChange change, Optional<Void> before) {
        return differs(change).isSame() ? ReadBack.applied(change.record()) : ReadBack.notApplied();
    }

    /** A read that failed has changed nothing. */
    @Override
    public Outcome outcomeOf(RuntimeException failure) {
        boolean isRead = failure instanceof SdkException sdk && sdk.operation().equals("subscribers.find");
        return isRead ? Outcome.NOT_SENT : Failures.outcomeOf(failure);
    }

    private static void sent(boolean done) {
        Failures.refuseIf(!done, Reason.NOT_CHANGED);
    }

    private ShownOrder differs(OrderChange change) {
        ContactRecord shown = sales.orders(change.list())
                .find(change.record())
                .orElseThrow(() -> new MarketingRefusedException(Reason.NO_ORDER));
        return ShownOrder.compare(shown, change.order());
    }
}
