package io.mostik.remonline.webhooks;

import io.mostik.core.json.OpenValue;

/**
 * What happened: the 34 events of the vendor's guide, and those seen in live receivers only. An open set: an event
 * newer than this SDK is kept as it came.
 *
 * <p>{@code Order.*} is told of estimates too. The guide does not say what {@code object_type} then is: where it is
 * {@code order}, {@code GET /orders/{id}} answers 404. So ask both:
 *
 * <pre>{@code
 * Optional<Order> order = remonline.orders().find(event);
 * Optional<Order> estimate = order.isPresent() ? Optional.empty() : remonline.estimates().find(event);
 * }</pre>
 *
 * <p>No event tells of changes of a client, product, price, stock, payment, sale, booking or of an invoice's status:
 * poll those.
 *
 * @param value the vendor's word
 */
public record EventName(String value) implements OpenValue {

    /** An order or estimate was made. */
    public static final EventName ORDER_CREATED = new EventName("Order.Created");

    /** An order or estimate got another type. */
    public static final EventName ORDER_TYPE_CHANGED = new EventName("Order.Type.Changed");

    /** An order or estimate got another status; {@code metadata} has {@code old} and {@code new} with the ids. */
    public static final EventName ORDER_STATUS_CHANGED = new EventName("Order.Status.Changed");

    /** An order or estimate got another client. */
    public static final EventName ORDER_CLIENT_CHANGED = new EventName("Order.Client.Changed");

    /** An order or estimate got another manager. */
    public static final EventName ORDER_MANAGER_CHANGED = new EventName("Order.Manager.Changed");

    /** An order or estimate got another executor. */
    public static final EventName ORDER_ASSIGNEE_CHANGED = new EventName("Order.Assignee.Changed");

    /** An order or estimate got another deadline. */
    public static final EventName ORDER_DEADLINE_CHANGED = new EventName("Order.Deadline.Changed");

    /** An order or estimate got another amount: its lines, prices or discounts were changed. */
    public static final EventName ORDER_AMOUNT_CHANGED = new EventName("Order.Amount.Changed");

    /** An order or estimate moved to another location. */
    public static final EventName ORDER_LOCATION_CHANGED = new EventName("Order.Location.Changed");

    /** An order or estimate was approved by the client. */
    public static final EventName ORDER_APPROVAL_ACCEPTED = new EventName("Order.Approval.Accepted");

    /** An order or estimate was declined by the client. */
    public static final EventName ORDER_APPROVAL_DECLINED = new EventName("Order.Approval.Declined");

    /** An order or estimate was deleted. */
    public static final EventName ORDER_DELETED = new EventName("Order.Deleted");

    /** A lead was made. */
    public static final EventName LEAD_CREATED = new EventName("Lead.Created");

    /** A lead got another status. */
    public static final EventName LEAD_STATUS_CHANGED = new EventName("Lead.Status.Changed");

    /** A lead got another client. */
    public static final EventName LEAD_CLIENT_CHANGED = new EventName("Lead.Client.Changed");

    /** A lead got another type. */
    public static final EventName LEAD_TYPE_CHANGED = new EventName("Lead.Type.Changed");

    /** A lead got another deadline. */
    public static final EventName LEAD_DEADLINE_CHANGED = new EventName("Lead.Deadline.Changed");

    /** A lead moved to another location. */
    public static final EventName LEAD_LOCATION_CHANGED = new EventName("Lead.Location.Changed");

    /** A lead got another manager. */
    public static final EventName LEAD_MANAGER_CHANGED = new EventName("Lead.Manager.Changed");

    /** A lead was deleted. */
    public static final EventName LEAD_DELETED = new EventName("Lead.Deleted");

    /** A task was made. */
    public static final EventName TASK_CREATED = new EventName("Task.Created");

    /** A task was completed. */
    public static final EventName TASK_COMPLETED = new EventName("Task.Completed");

    /** A task was opened again. */
    public static final EventName TASK_REOPENED = new EventName("Task.Reopened");

    /** A task got another deadline. */
    public static final EventName TASK_DEADLINE_CHANGED = new EventName("Task.Deadline.Changed");

    /** A task got other assignees. */
    public static final EventName TASK_ASSIGNEE_CHANGED = new EventName("Task.Assignee.Changed");

    /** A task was deleted. */
    public static final EventName TASK_DELETED = new EventName("Task.Deleted");

    /** A client, a person or an organisation, was made; changes of one are told by no event. */
    public static final EventName CLIENT_CREATED = new EventName("Client.Created");

    /** A client, a person or an organisation, was deleted. */
    public static final EventName CLIENT_DELETED = new EventName("Client.Deleted");

    /** An invoice was made; changes of one are told by no event. */
    public static final EventName INVOICE_CREATED = new EventName("Invoice.Created");

    /** An invoice was deleted. */
    public static final EventName INVOICE_DELETED = new EventName("Invoice.Deleted");

    /** A client's feedback came in. */
    public static final EventName CUSTOMER_FEEDBACK_CREATED = new EventName("CustomerFeedback.Created");

    /**
     * A comment was written about a task, lead, order or another object; which one is not documented, see {@code
     * context} and {@code metadata}.
     */
    public static final EventName COMMENT_CREATED = new EventName("Comment.Created");

    /**
     * An attachment was added to a task, lead, order or another object; which one is not documented, see {@code
     * context} and {@code metadata}.
     */
    public static final EventName ATTACHMENT_CREATED = new EventName("Attachment.Created");

    /** An employee logged in; the event holds personal data of staff, so do not log it. */
    public static final EventName AUTH_LOGIN = new EventName("Auth.Login");

    /** An order was changed. Not in the vendor's guide, seen in live receivers. */
    public static final EventName ORDER_UPDATED = new EventName("Order.Updated");

    /** The visit of an order was moved. Not in the vendor's guide, seen in live receivers. */
    public static final EventName ORDER_SCHEDULED_TIME_CHANGED = new EventName("Order.ScheduledTime.Changed");

    /** An invoice was changed. Not in the vendor's guide, seen in live receivers. */
    public static final EventName INVOICE_UPDATED = new EventName("Invoice.Updated");

    private static final String DELETED = ".Deleted";

    /** Checks that there is a value. */
    public EventName {
        OpenValue.check(value);
    }

    /** Returns whether it tells that something was deleted, as of orders, estimates, leads, clients, invoices, tasks. */
    public boolean isDeletion() {
        return value.endsWith(DELETED);
    }

    /** Returns the first part, such as {@code Order}: what kind of object it is about. */
    public String subject() {
        int end = value.indexOf('.');
        return end < 0 ? value : value.substring(0, end);
    }
}
