package io.mostik.testing.tbank;

/** The operations that a limit restricts. */
public enum LimitKind {
    /** Purchases and cash withdrawals together. */
    SPEND("spendLimit"),
    /** Cash withdrawals alone, inside the spend limit. */
    CASH("cashLimit");

    private final String word;

    LimitKind(String word) {
        this.word = word;
    }

    /** Returns its name on the wire. */
    String word() {
        return word;
    }
}
