package io.mostik.bridge.action.cards;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.workflow.Allowances;
import io.mostik.bankcards.workflow.CardRefusedException;
import io.mostik.bankcards.workflow.CardWorkflows;
import io.mostik.bankcards.workflow.Grant;
import io.mostik.bridge.Fields;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionCall;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.action.FieldType;
import io.mostik.bridge.action.internal.OpenWriteEnd;
import io.mostik.bridge.action.internal.PerConnection;
import java.time.Duration;

/** Sets the limit of a courier's card to the sum of an order: after half an hour he has paid otherwise. */
record GrantLimit(PerConnection<TBank, CardWorkflows> cards) {

    private static final String WRITES = "cards/grant";

    Action in(ActionContext context) {
        return CardFields.ofCard("cards.limit.grant", "Sets the limit of a courier's card to the sum of an order.")
                .validFor(Duration.ofMinutes(30))
                .holdsSubject()
                .required(CardFields.ORDER, FieldType.KEY, "number of the order", "1001")
                .required(CardFields.SUM, FieldType.MONEY, "sum of the order", "1450.50")
                .result("limit", FieldType.MONEY, "the limit that was set", "1450.50")
                .resolved(this::resolve)
                .does(context, this::attempt);
    }

    private ActionResult attempt(ActionCall call) {
        Fields fields = call.fields();
        Grant grant = new Grant(CardFields.card(fields), fields.text(CardFields.ORDER), fields.number(CardFields.SUM));
        Allowances allowances = cards.of(call.connection()).allowances();
        if (call.isLate() && !isBegun(allowances, grant)) {
            return ActionResult.refused("too_late");
        }
        try {
            return switch (allowances.grant(grant).state()) {
                case GRANTED -> ActionResult.done("limit_set", Fields.of("limit", fields.text(CardFields.SUM)));
                case GRANTING, CHANGING -> ActionResult.begun("limit_being_set", Duration.ZERO);
                default -> ActionResult.unknown("limit_unknown");
            };
        } catch (CardRefusedException e) {
            return CardRefusals.of(e);
        }
    }

    private void resolve(ActionCall call, boolean happened) {
        OpenWriteEnd.resolve(
                cards.of(call.connection()).once(), WRITES, call.fields().text(CardFields.ORDER), happened);
    }

    private static boolean isBegun(Allowances allowances, Grant grant) {
        return allowances
                .find(grant.ucid())
                .filter(known -> known.order().equals(grant.order()))
                .isPresent();
    }
}
