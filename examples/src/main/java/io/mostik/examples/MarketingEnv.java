package io.mostik.examples;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.workflow.MarketingWorkflows;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import java.util.Optional;

/**
 * Where the marketing stories happen: at SalesAutopilot if {@code MOSTIK_SALESAUTOPILOT_USER} is set, else at a simulator.
 *
 * @param sales the client
 * @param workflows what remembers something over it; in memory here, over a database in your application
 * @param newsletter the list of subscribers
 * @param shop the list of orders
 * @param simulator the vendor, where it is one of ours
 */
record MarketingEnv(
        SalesAutopilot sales,
        MarketingWorkflows workflows,
        Channel newsletter,
        Channel shop,
        Optional<SalesAutopilotSimulator> simulator)
        implements AutoCloseable {

    /**
     * A list with its forms.
     *
     * @param list the list
     * @param entry the form by which records come in: of sign-ups, or of orders
     * @param update the form by which they change: data, or payments
     */
    record Channel(ListId list, FormId entry, FormId update) {

        static Channel of(long list, long entry, long update) {
            return new Channel(ListId.of(list), FormId.of(entry), FormId.of(update));
        }
    }

    static MarketingEnv open() {
        return Variables.has("MOSTIK_SALESAUTOPILOT_USER") ? atVendor() : atSimulator();
    }

    private static MarketingEnv atVendor() {
        SalesAutopilot sales = SalesAutopilot.builder()
                .baseUri(Variables.get("MOSTIK_SALESAUTOPILOT_URL", "https://api.salesautopilot.com"))
                .keyPair(Variables.get("MOSTIK_SALESAUTOPILOT_USER"), Secret.fromEnv("MOSTIK_SALESAUTOPILOT_PASSWORD"))
                .build();
        Channel newsletter = Channel.of(number("LIST"), number("FORM"), number("UPDATE_FORM"));
        Channel shop = Channel.of(number("ORDER_LIST"), number("ORDER_FORM"), number("PAID_FORM"));
        return new MarketingEnv(sales, workflows(sales), newsletter, shop, Optional.empty());
    }

    private static MarketingEnv atSimulator() {
        SalesAutopilotSimulator vendor = SalesAutopilotSimulator.startFrozen();
        SalesAutopilot sales = SalesAutopilot.builder()
                .baseUri(vendor.uri().toString())
                .keyPair(vendor.username(), Secret.of(vendor.password()))
                .build();
        Channel newsletter = Channel.of(
                SalesAutopilotSimulator.NEWSLETTER,
                SalesAutopilotSimulator.SIGN_UP_FORM,
                SalesAutopilotSimulator.UPDATE_FORM);
        Channel shop = Channel.of(
                SalesAutopilotSimulator.ORDERS, SalesAutopilotSimulator.ORDER_FORM, SalesAutopilotSimulator.PAID_FORM);
        return new MarketingEnv(sales, workflows(sales), newsletter, shop, Optional.of(vendor));
    }

    private static MarketingWorkflows workflows(SalesAutopilot sales) {
        return MarketingWorkflows.of(sales, StateStore.inMemory());
    }

    private static long number(String name) {
        return Long.parseLong(Variables.get("MOSTIK_SALESAUTOPILOT_" + name));
    }

    @Override
    public void close() {
        sales.close();
        simulator.ifPresent(SalesAutopilotSimulator::close);
    }
}
