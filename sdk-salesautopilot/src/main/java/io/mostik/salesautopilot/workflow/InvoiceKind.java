package io.mostik.salesautopilot.workflow;

/** What an invoicing document is. Sources translate their own words; what fits none, such as a delivery note, is not reported. */
public enum InvoiceKind {
    /** A request for payment. Counts as long as its order has no invoice. */
    PROFORMA,
    /** A deposit invoice. Alone it never covers an order: the final invoice says what the sum is. */
    DEPOSIT,
    /** An ordinary invoice. */
    INVOICE,
    /** The invoice after a deposit; its sum is what is left to pay. Counts as one only together with its deposit. */
    FINAL,
    /** A correction; its sum is the difference, mostly negative. */
    CORRECTION,
    /** A reversal; its sum is negative. It ends the document that it refers to. */
    STORNO
}
