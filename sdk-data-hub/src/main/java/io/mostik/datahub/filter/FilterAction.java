package io.mostik.datahub.filter;

/** Whether the orders that meet a condition are included or excluded. The hub documents including only. */
public enum FilterAction {
    /** They are kept. */
    INCLUDE,
    /** They are dropped. */
    EXCLUDE
}
