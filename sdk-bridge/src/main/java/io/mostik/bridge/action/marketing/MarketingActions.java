package io.mostik.bridge.action.marketing;

import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.ActionProvider;
import io.mostik.bridge.action.internal.PerConnection;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.workflow.MarketingWorkflows;
import java.util.List;

/** Gives {@code sa.subscriber.put}, {@code sa.subscriber.unsubscribe}, {@code sa.order.place} and {@code sa.order.paid}. */
public final class MarketingActions implements ActionProvider {

    static final String VENDOR = "salesautopilot";

    /** Creates the provider, for {@link java.util.ServiceLoader}. */
    public MarketingActions() {}

    @Override
    public List<Action> actions(ActionContext context) {
        PerConnection<SalesAutopilot, MarketingWorkflows> marketing = new PerConnection<>(
                context, SalesAutopilot.class, (sales, store) -> MarketingWorkflows.of(sales, store, context.time()));
        return List.of(
                new PutSubscriber(marketing).in(context),
                new Unsubscribe(marketing).in(context),
                new PlaceOrder(marketing).in(context),
                new MarkOrderPaid(marketing, context.zone()).in(context));
    }
}
