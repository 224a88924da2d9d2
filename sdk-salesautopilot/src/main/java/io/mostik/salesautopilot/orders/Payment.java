package io.mostik.salesautopilot.orders;

/** What became of marking an order paid. */
public enum Payment {
    /** The order is paid now, and the form's automations run. */
    MARKED,
    /** It was paid before; nothing was sent. */
    ALREADY_PAID,
    /** There is no such order. */
    NOT_FOUND
}
