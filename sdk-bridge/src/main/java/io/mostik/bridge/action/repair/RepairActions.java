package io.mostik.bridge.action.repair;

import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.ActionProvider;
import java.time.Duration;
import java.util.List;

/** Gives {@code ro.lead.create}, {@code ro.order.status}, {@code ro.order.comment} and {@code ro.person.put}. */
public final class RepairActions implements ActionProvider {

    static final String VENDOR = "remonline";

    /** Two calls at the client's usual deadline, with its repeats. */
    static final Duration LONGEST = Duration.ofMinutes(3);

    /** Creates the provider, for {@link java.util.ServiceLoader}. */
    public RepairActions() {}

    @Override
    public List<Action> actions(ActionContext context) {
        return List.of(
                CreateLead.in(context), SetOrderStatus.in(context), CommentOrder.in(context), PutPerson.in(context));
    }
}
