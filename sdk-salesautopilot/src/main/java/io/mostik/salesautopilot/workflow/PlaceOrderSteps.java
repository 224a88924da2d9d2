package io.mostik.salesautopilot.workflow;

import io.mostik.core.DecodingException;
import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.SdkException;
import io.mostik.core.once.Before;
import io.mostik.core.once.OnceSteps;
import io.mostik.core.once.ReadBack;
import io.mostik.core.once.Sent;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.internal.Answer;
import io.mostik.salesautopilot.orders.OrderPlacement;
import io.mostik.salesautopilot.records.ContactRecord;
import java.util.Optional;

/** Places an order of a shop, unless one with its number is there. The result is the record of the order. */
record PlaceOrderSteps(SalesAutopilot sales) implements OnceSteps<ShopOrder, Void, RecordId> {

    private static final String OPERATION = "orders.process";

    @Override
    public Before<Void, RecordId> before(ShopOrder asked) {
        Optional<RecordId> known = asked.missing() ? Optional.empty() : find(asked);
        return known.map(Before::<Void, RecordId>nothingToDo).orElseGet(Before::nothing);
    }

    @Override
    public Sent<RecordId> send(ShopOrder asked, Optional<Void> before) {
        OrderPlacement placement = sales.orders(asked.list()).process(asked.form(), asked.order());
        if (placement instanceof OrderPlacement.Refused refused) {
            throw Answer.nothingDone(OPERATION, refused.code());
        }
        Optional<RecordId> id = ((OrderPlacement.Placed) placement).id();
        return Sent.result(id.or(() -> shown(asked)).orElseThrow(PlaceOrderSteps::notShown));
    }

    @Override
    public ReadBack<RecordId> readBack(ShopOrder asked, Optional<Void> before) {
        return find(asked).map(ReadBack::applied).orElseGet(ReadBack::notApplied);
    }

    @Override
    public Outcome outcomeOf(RuntimeException failure) {
        return Failures.outcomeOf(failure);
    }

    private Optional<RecordId> find(ShopOrder asked) {
        return sales.orders(asked.list()).findByShopOrderId(asked.order().orderId()).stream()
                .map(ContactRecord::id)
                .findFirst();
    }

    /** The order was taken: what a failed look-up proves says nothing about it. */
    private Optional<RecordId> shown(ShopOrder asked) {
        try {
            return find(asked);
        } catch (SdkException e) {
            return Optional.empty();
        }
    }

    private static DecodingException notShown() {
        return new DecodingException(
                "the vendor says that it took the order, but does not show it",
                FailureInfo.temporary(OPERATION, Outcome.APPLIED, Phase.DECODE));
    }
}
