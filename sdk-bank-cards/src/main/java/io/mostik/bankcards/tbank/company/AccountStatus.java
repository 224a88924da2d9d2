package io.mostik.bankcards.tbank.company;

import io.mostik.core.json.OpenValue;

/**
 * Whether an account can be used. An open set: a newer word is kept as it came.
 *
 * @param value the vendor's word
 */
public record AccountStatus(String value) implements OpenValue {

    /** As usual; inferred. */
    public static final AccountStatus NORM = new AccountStatus("NORM");

    /** Primary block. */
    public static final AccountStatus PRIMARY_BLOCK = new AccountStatus("BLLE");

    /** A part of it is seized. */
    public static final AccountStatus PARTIAL_ARREST = new AccountStatus("ARSS");

    /** All of it is seized. */
    public static final AccountStatus FULL_ARREST = new AccountStatus("ARSF");

    /** Wholly blocked. */
    public static final AccountStatus FULL_BLOCK = new AccountStatus("ARMF");

    /** Has queued payment orders. */
    public static final AccountStatus CARD_FILE = new AccountStatus("CAIN");

    /** Being closed. */
    public static final AccountStatus CLOSING = new AccountStatus("CLBL");

    /** Closed by the client. */
    public static final AccountStatus CLOSED_BY_CLIENT = new AccountStatus("CLSC");

    /** Closed by the bank. */
    public static final AccountStatus CLOSED_BY_BANK = new AccountStatus("CLSB");

    /** Checks that there is a value. */
    public AccountStatus {
        OpenValue.check(value);
    }
}
