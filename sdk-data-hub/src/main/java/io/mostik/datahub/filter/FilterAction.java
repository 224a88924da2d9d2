package io.mostik.datahub.filter;

/** What happens to the orders for which a condition is true. Including is the hub's; excluding is its counterpart. */
public enum FilterAction {
    /** They are kept. */
    INCLUDE,
    /** They are dropped. */
    EXCLUDE
}
