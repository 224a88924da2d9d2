package io.mostik.examples;

import io.mostik.salesautopilot.ids.FieldName;
import io.mostik.salesautopilot.orders.WebshopOrder;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.workflow.HistoryReport;
import io.mostik.salesautopilot.workflow.PurchaseHistory;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** SalesAutopilot: the purchases of a webshop go into an order list; subscribers learn what they bought last. */
public final class WebshopHistory {

    private static final FieldName LAST_PRODUCT = FieldName.of("last_product");

    private WebshopHistory() {}

    /** Runs the story, by the environment. */
    public static void main(String[] args) {
        walk(System.out);
    }

    static void walk(PrintStream out) {
        try (MarketingEnv place = MarketingEnv.open()) {
            long list = place.newsletter().list().value();
            place.simulator().ifPresent(vendor -> vendor.addField(list, LAST_PRODUCT.value()));
            place.simulator().ifPresent(vendor -> vendor.addRecord(list, Map.of("email", "kata.molnar@example.hu")));
            run(place, out);
            place.simulator()
                    .ifPresent(vendor -> out.println("  SalesAutopilot recorded: "
                            + vendor.timesFired(SalesAutopilotSimulator.ORDER_FORM) + " orders, "
                            + vendor.records(list, LAST_PRODUCT.value(), "Yoga block")
                                    .size()
                            + " subscriber to write to about yoga blocks"));
        }
    }

    static void run(MarketingEnv place, PrintStream out) {
        List<WebshopOrder> export = ShopExport.orders();
        PurchaseHistory history = place.workflows()
                .purchaseHistory(place.shop().list(), place.shop().entry());
        for (int night = 1; night <= 2; night++) {
            HistoryReport report = history.progress(ProgressDisplay.on(out)).sync(export);
            out.println("  night " + night + ": " + report.placed() + " new, " + report.alreadyThere() + " known");
        }
        var subscribers = place.workflows()
                .contacts(place.newsletter().list(), place.newsletter().update());
        for (RecordFields profile : ShopExport.lastProducts(export, LAST_PRODUCT)) {
            String result = subscribers
                    .updateIfThere(profile)
                    .map(contact -> contact.change().toString())
                    .orElse("no subscriber, and not made one");
            out.println("  a buyer's last product: " + result);
        }
    }
}
