package io.mostik.core.once;

/** What the vendor's double makes of one request. */
enum VendorAct {
    FINE,
    LOST_AFTER,
    LOST_BEFORE,
    REFUSED,
    BUG_AFTER,
    DIES_BEFORE,
    DIES_AFTER,
    LATE
}
