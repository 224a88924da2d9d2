package io.mostik.examples;

import java.io.IOException;
import java.io.PrintStream;

/**
 * Walks one story a vendor over real HTTP on this machine, and tells what each vendor's simulator recorded. A story whose
 * environment variables are set goes to the real vendor instead.
 */
public final class Tour {

    private Tour() {}

    /** Walks all stories; ends with an exit code other than zero if one fails. */
    public static void main(String[] args) throws IOException {
        walk(System.out);
    }

    static void walk(PrintStream out) throws IOException {
        out.println("T-Bank: a courier's card gets the order's sum, once");
        CourierOrder.walk(out);
        out.println("T-Bank: a limit changes after the finance director has approved");
        LimitApproval.walk(out);
        out.println("T-Bank: a shop's payment form gets the shop's own card");
        ShopCard.walk(out);
        out.println("T-Bank: the cards of somebody who leaves are blocked");
        EmployeeLeaves.walk(out);
        out.println("VIPeX: a click rings both phones, a call pops the customer's card, the recording is fetched");
        ClickToCall.walk(out);
        out.println("VCC Live: a lead becomes a record, the agent's word comes back");
        ContactCentre.walk(out);
        out.println("SalesAutopilot: a visitor signs up, a payment is marked once");
        SignUpAndPayment.walk(out);
        out.println("RemOnline: an order moves on, and the news of it is proven");
        RepairOrders.walk(out);
        out.println("All stories are told.");
    }
}
