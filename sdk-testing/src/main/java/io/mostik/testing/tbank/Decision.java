package io.mostik.testing.tbank;

/** What the bank says to a payment. */
public enum Decision {
    /** Paid; the remainder fell by the sum. */
    ACCEPTED,
    /** Not paid; nothing changed. */
    DECLINED
}
