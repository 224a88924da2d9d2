package io.mostik.bridge.action.repair;

import io.mostik.bridge.Fields;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.FieldType;
import io.mostik.bridge.action.internal.Asked;
import io.mostik.bridge.action.internal.OnceForm;
import io.mostik.core.once.Before;
import io.mostik.core.once.OnceSteps;
import io.mostik.core.once.ReadBack;
import io.mostik.core.once.Sent;
import io.mostik.remonline.orders.OrderStatus;
import java.util.Optional;

/**
 * Moves an order to a status, unless it has it. After a lost answer the order is read: another status than that of before
 * means that somebody else has moved it since.
 */
record SetOrderStatus(ActionContext context) implements OnceSteps<Asked, Long, Boolean> {

    private static final String STATUS = "status";

    static Action in(ActionContext context) {
        return RepairFields.ofOrder("ro.order.status", "Moves an order of RemOnline to a status.")
                .required(STATUS, FieldType.NUMBER, "id of the status", "18")
                .optional(RepairFields.COMMENT, FieldType.TEXT, "goes into the history of the order", "paid")
                .writes(
                        context,
                        OnceForm.of(Long.class, RepairActions.LONGEST, "status_set"),
                        new SetOrderStatus(context));
    }

    @Override
    public Before<Long, Boolean> before(Asked asked) {
        Optional<Long> now = status(asked);
        return now.filter(status -> status == wanted(asked)).isPresent()
                ? Before.nothingToDo(true)
                : now.<Before<Long, Boolean>>map(Before::state).orElseGet(Before::nothing);
    }

    @Override
    public Sent<Boolean> send(Asked asked, Optional<Long> before) {
        Fields fields = asked.fields();
        RepairFields.client(context, asked)
                .orders()
                .setStatus(
                        RepairFields.id(fields, RepairFields.ORDER),
                        wanted(asked),
                        fields.find(RepairFields.COMMENT).orElse(""));
        return Sent.result(true);
    }

    @Override
    public ReadBack<Boolean> readBack(Asked asked, Optional<Long> before) {
        Optional<Long> now = status(asked);
        if (now.filter(status -> status == wanted(asked)).isPresent()) {
            return ReadBack.applied(true);
        }
        return now.isPresent() && now.equals(before) ? ReadBack.notApplied() : ReadBack.unknown();
    }

    private static long wanted(Asked asked) {
        return RepairFields.id(asked.fields(), STATUS);
    }

    private Optional<Long> status(Asked asked) {
        return RepairFields.client(context, asked)
                .orders()
                .get(RepairFields.id(asked.fields(), RepairFields.ORDER))
                .status()
                .map(OrderStatus::id);
    }
}
