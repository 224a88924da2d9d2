package io.mostik.bridge.action.marketing;

import io.mostik.bridge.Fields;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionCall;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.action.FieldType;
import io.mostik.bridge.action.internal.IntentWrites;
import io.mostik.bridge.action.internal.PerConnection;
import io.mostik.core.once.KeyReuseException;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.orders.WebshopLine;
import io.mostik.salesautopilot.orders.WebshopOrder;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.workflow.MarketingRefusedException;
import io.mostik.salesautopilot.workflow.MarketingWorkflows;
import java.util.ArrayList;
import java.util.List;

/** Places an order of a shop, once for its number, whichever document asks for it. */
record PlaceOrder(PerConnection<SalesAutopilot, MarketingWorkflows> marketing) {

    private static final String CURRENCY = "currency";
    private static final String LINE = "line_";

    Action in(ActionContext context) {
        return MarketingFields.ofOrder(
                        "sa.order.place",
                        "Places an order of a shop in SalesAutopilot; its lines are line_1_product, line_1_name,"
                                + " line_1_quantity, line_1_price (net, for one) and line_1_vat (percent), then line_2_"
                                + " and so on.",
                        "id of the order form",
                        "21400")
                .required(MarketingFields.EMAIL, FieldType.EMAIL, "address of the buyer", "nora@example.hu")
                .required(CURRENCY, FieldType.KEY, "currency as ISO 4217", "HUF")
                .optional("first_name", FieldType.TEXT, "given name of the buyer", "Nóra")
                .optional("last_name", FieldType.TEXT, "family name of the buyer", "Kiss")
                .further(LINE)
                .does(context, this::attempt);
    }

    private ActionResult attempt(ActionCall call) {
        Fields fields = call.fields();
        WebshopOrder order = order(fields);
        try {
            return IntentWrites.result(
                    marketing
                            .of(call.connection())
                            .orders(MarketingFields.list(fields))
                            .place(MarketingFields.form(fields, MarketingFields.FORM), order),
                    record -> ActionResult.done("order_placed", MarketingFields.result(record)));
        } catch (KeyReuseException e) {
            return ActionResult.refused("order_other_content");
        } catch (MarketingRefusedException e) {
            return MarketingFields.refused(e);
        }
    }

    private static WebshopOrder order(Fields fields) {
        RecordFields.Builder buyer = RecordFields.builder().email(fields.text(MarketingFields.EMAIL));
        fields.find("first_name").ifPresent(buyer::firstName);
        fields.find("last_name").ifPresent(buyer::lastName);
        return WebshopOrder.builder()
                .orderId(fields.text(MarketingFields.ORDER))
                .fields(buyer.build())
                .currency(fields.text(CURRENCY))
                .lines(lines(fields))
                .build();
    }

    private static List<WebshopLine> lines(Fields fields) {
        List<WebshopLine> lines = new ArrayList<>();
        for (int i = 1; fields.find(LINE + i + "_product").isPresent(); i++) {
            String line = LINE + i + "_";
            lines.add(WebshopLine.builder()
                    .product(fields.text(line + "product"))
                    .name(fields.text(line + "name"))
                    .quantity(fields.number(line + "quantity").intValueExact())
                    .vatPercent(fields.number(line + "vat"))
                    .unitPrice(fields.number(line + "price"))
                    .build());
        }
        return lines;
    }
}
