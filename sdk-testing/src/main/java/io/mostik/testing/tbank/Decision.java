package io.mostik.testing.tbank;

/** The bank's decision on a payment. */
public enum Decision {
    /** Paid; the remainder fell by the sum. */
    ACCEPTED,
    /** Not paid; nothing changed. */
    DECLINED
}
