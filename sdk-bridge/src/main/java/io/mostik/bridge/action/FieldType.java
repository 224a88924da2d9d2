package io.mostik.bridge.action;

/** What a field of an action holds. */
public enum FieldType {
    /** Text, up to 4,000 characters. */
    TEXT,
    /** A key in the caller's words, such as an order number: blanks and unseen characters do not matter. */
    KEY,
    /** A GUID of 1C or another name of a person or object; letter case and the braces of GUIDs do not matter. */
    REFERENCE,
    /** An amount above zero with at most two decimals; in roubles, forints or zlotys as the connection's account is. */
    MONEY,
    /** A whole number. */
    NUMBER,
    /** A day, or an instant as ISO in UTC; read as ISO or {@code dd.MM.yyyy} in the base's zone, a midnight as a day. */
    DATE,
    /** A telephone number; national ones need the region of the connection or the field {@code region}. */
    PHONE,
    /** An e-mail address. */
    EMAIL,
    /** {@code true} or {@code false}, {@code 1} or {@code 0}, {@code да} or {@code нет}. */
    FLAG
}
