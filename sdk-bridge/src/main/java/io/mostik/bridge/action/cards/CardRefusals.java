package io.mostik.bridge.action.cards;

import io.mostik.bankcards.workflow.CardRefusedException;
import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.intent.NextStep;
import java.util.Optional;

/** What a refusal of the card workflows means for an intent. */
final class CardRefusals {

    private CardRefusals() {}

    static ActionResult of(CardRefusedException refusal) {
        return switch (refusal.reason()) {
            case BUSY -> ActionResult.again("card_busy");
            case OTHER_ORDER -> ActionResult.refused("card_other_order");
            case UNKNOWN_ORDER -> ActionResult.refused("card_unknown_order");
            case OTHER_CARD -> ActionResult.refused("card_other_card");
            case OTHER_SUM -> ActionResult.refused("card_other_sum");
            case CLOSED -> ActionResult.refused("card_order_closed");
            case CHANGED -> ActionResult.refused("card_limit_changed");
            case DISMISSED -> ActionResult.refused("card_holder_dismissed");
            case NOT_OFFERED, LIMIT_OF_BANK ->
                new ActionResult.Refused("card_not_offered", NextStep.FIX_SETTINGS, Optional.empty());
            default -> ActionResult.refused("card_refused");
        };
    }
}
