package io.mostik.examples;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells the stories over real HTTP on this machine, and what each vendor's simulator recorded. A story whose environment
 * variables are set goes to the real vendor instead.
 */
public final class Tour {

    static final List<Story> STORIES = List.of(
            Story.of(CourierOrder.class, "T-Bank: a courier's card gets the order's sum, once", CourierOrder::walk),
            Story.of(
                    LimitApproval.class,
                    "T-Bank: a limit changes after the finance director has approved",
                    LimitApproval::walk),
            Story.of(ShopCard.class, "T-Bank: a shop's payment form gets the shop's own card", ShopCard::walk),
            Story.of(
                    EmployeeLeaves.class, "T-Bank: the cards of somebody who leaves are blocked", EmployeeLeaves::walk),
            Story.of(
                    ClickToCall.class,
                    "VIPeX: a click rings both phones, a call pops the customer's card, the recording is fetched",
                    ClickToCall::walk),
            Story.of(
                    ContactCentre.class,
                    "VCC Live: a lead becomes a record, the agent's word comes back",
                    ContactCentre::walk),
            Story.of(
                    SignUpAndPayment.class,
                    "SalesAutopilot: a visitor signs up, a payment is marked once",
                    SignUpAndPayment::walk),
            Story.of(
                    RepairOrders.class,
                    "RemOnline: an order moves on, and the news of it is proven",
                    RepairOrders::walk),
            Story.of(
                    FunnelReport.class,
                    "RemOnline: the orders of one location become a funnel with revenue, cost and margin",
                    FunnelReport::walk));

    private Tour() {}

    /**
     * Tells the stories named, or all of them; ends with an exit code other than zero if one fails.
     *
     * @param names simple names of story classes, as {@code CourierOrder}
     */
    public static void main(String[] names) throws Exception {
        walk(System.out, Stream.of(names).filter(name -> !name.isBlank()).toList());
    }

    static void walk(PrintStream out, List<String> names) throws Exception {
        for (String name : names) {
            if (STORIES.stream().noneMatch(story -> story.name().equals(name))) {
                throw new IllegalArgumentException("no story " + name + "; there are "
                        + STORIES.stream().map(Story::name).toList());
            }
        }
        for (Story story : STORIES) {
            if (names.isEmpty() || names.contains(story.name())) {
                story.tell(out);
            }
        }
        if (names.isEmpty()) {
            out.println("All stories are told.");
        }
    }
}
