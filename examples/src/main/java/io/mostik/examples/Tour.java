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
                    CourierSpending.class,
                    "T-Bank: all couriers get their money at once, and strays are reported",
                    CourierSpending::walk),
            Story.of(
                    CourierShift.class,
                    "T-Bank: a courier carries two orders, one grows, one goes to a colleague",
                    CourierShift::walk),
            Story.of(
                    LimitApproval.class,
                    "T-Bank: a limit changes after the finance director has approved",
                    LimitApproval::walk),
            Story.of(
                    ApprovalInbox.class,
                    "T-Bank: a large increase waits in the inboxes of those who may decide",
                    ApprovalInbox::walk),
            Story.of(
                    ReissueApproval.class,
                    "T-Bank: a reissued card takes the place of the old one, after an approval",
                    ReissueApproval::walk),
            Story.of(ShopCard.class, "T-Bank: a shop's payment form gets the shop's own card", ShopCard::walk),
            Story.of(
                    EmployeeLeaves.class, "T-Bank: the cards of somebody who leaves are blocked", EmployeeLeaves::walk),
            Story.of(
                    DismissalFromOnec.class,
                    "T-Bank: a dismissal in 1C blocks the card, once",
                    DismissalFromOnec::walk),
            Story.of(
                    ClickToCall.class,
                    "VIPeX: a click rings the extension, then the customer, never twice",
                    ClickToCall::walk),
            Story.of(
                    ScreenPopOnCall.class,
                    "VIPeX: while the phone rings, the caller's card pops up",
                    ScreenPopOnCall::walk),
            Story.of(
                    CallDataAndRecordings.class,
                    "VIPeX: a call's data come once, its recording is fetched by its id",
                    CallDataAndRecordings::walk),
            Story.of(
                    ContactCentre.class,
                    "VCC Live: a lead becomes a record, the agent's word comes back",
                    ContactCentre::walk),
            Story.of(
                    NewsletterToCall.class,
                    "VCC Live and SalesAutopilot: a subscriber is called, and gets the status that the agent found out",
                    NewsletterToCall::walk),
            Story.of(
                    AudienceToCall.class,
                    "VCC Live: somebody who joins a Mailchimp audience is called, once",
                    AudienceToCall::walk),
            Story.of(
                    VoiceArchive.class,
                    "VCC Live: the month's recordings come to disk, whole and once",
                    VoiceArchive::walk),
            Story.of(
                    WebsiteSignUp.class,
                    "SalesAutopilot: a visitor of a website becomes its user and a subscriber, with one letter",
                    WebsiteSignUp::walk),
            Story.of(
                    WebshopHistory.class,
                    "SalesAutopilot: a shop's purchases come in once, and subscribers learn what they bought",
                    WebshopHistory::walk),
            Story.of(
                    InvoicePaid.class,
                    "SalesAutopilot: the invoicing program reports a payment, the order becomes paid, once",
                    InvoicePaid::walk),
            Story.of(
                    OrderSync.class,
                    "RemOnline: a copy of the orders follows them, by changes and by proven news",
                    OrderSync::walk),
            Story.of(
                    MissedCallToLead.class,
                    "RemOnline: a call that nobody took at VIPeX becomes a lead, once",
                    MissedCallToLead::walk),
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
