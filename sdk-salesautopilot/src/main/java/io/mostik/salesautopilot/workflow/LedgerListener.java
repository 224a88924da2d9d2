package io.mostik.salesautopilot.workflow;

/**
 * Is told what a person has to look at in a {@link PaymentLedger}. Called on the thread that found out, at least once for each
 * event; what it throws is logged and changes nothing. Implementations are thread-safe.
 */
public interface LedgerListener {

    /** An order is covered but cannot be marked paid, and is not tried any more: {@link OrderBalance#reason} says why. */
    default void deadLetter(OrderBalance order) {}

    /** The paid form was used, and now the sum is not covered any more. Nothing is undone by itself. */
    default void reversed(OrderBalance order) {}

    /** The documents of an order have several currencies, so that nobody can tell whether it is paid. */
    default void unclear(OrderBalance order) {}
}
