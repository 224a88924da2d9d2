package io.mostik.bridge;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.workflow.Allowances;
import io.mostik.bankcards.workflow.CardRefusedException;
import io.mostik.bankcards.workflow.CardWorkflows;
import io.mostik.bankcards.workflow.Grant;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionCall;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.action.ActionSpec;
import io.mostik.core.Effect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Grants the sum of an order, by the allowances of the cards module. */
final class GrantAction implements Action {

    private final Allowances allowances;

    GrantAction(TBank bank, ActionContext context) {
        this.allowances =
                CardWorkflows.of(bank, context.once().store(), context.time()).allowances();
    }

    @Override
    public ActionSpec spec() {
        return new ActionSpec(
                BridgeProgram.ACT, "Grants a sum.", Effect.ONCE, "", Optional.empty(), true, List.of(), List.of(), "");
    }

    @Override
    public Optional<String> subject(Fields fields) {
        return Optional.of("card:" + fields.text("card"));
    }

    @Override
    public ActionResult attempt(ActionCall call) {
        Fields fields = call.fields();
        try {
            return switch (allowances
                    .grant(new Grant(Ucid.of(fields.text("card")), call.document(), fields.number("sum")))
                    .state()) {
                case GRANTED -> ActionResult.done("limit_set");
                case UNKNOWN -> new ActionResult.Unknown("limit_unknown", Optional.of(Duration.ofMinutes(1)));
                default -> ActionResult.begun("limit_being_set", Duration.ofSeconds(1));
            };
        } catch (CardRefusedException e) {
            return e.reason() == CardRefusedException.Reason.BUSY
                    ? ActionResult.begun("card_busy", Duration.ofSeconds(1))
                    : ActionResult.refused("card_refused");
        }
    }
}
