package io.mostik.testing.remonline;

/** What the account keeps beside its orders, people, leads and tasks. */
public enum Shelf {
    /** Bookings of time slots, fields named as v2 names them. */
    BOOKINGS,
    /** Lines of bookings. */
    BOOKING_ITEMS,
    /** Invoices, fields named as v2 names them; no API makes them. */
    INVOICES,
    /** Sales over the counter, fields named as v2 names them; no API makes them. */
    SALES,
    /** Organisations. */
    ORGANIZATIONS,
    /** Comments on leads, tasks and contacts, with {@code on} and {@code on_id}. */
    COMMENTS,
    /** Money booked, by whatever API: {@code account_id}, {@code value} with its sign, {@code created_at}. */
    CASH_MOVES,
    /** Assets. */
    ASSETS,
    /** Products and services that were made or changed over an API. */
    GOODS,
    /** Goods taken in. */
    POSTINGS,
    /** Goods moved from one warehouse to another. */
    MOVES,
    /** Goods written off. */
    OUTCOMES
}
