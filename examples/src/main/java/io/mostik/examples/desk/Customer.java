package io.mostik.examples.desk;

import io.mostik.pbx.PhoneNumber;

/**
 * The customer data that is shown when the customer calls.
 *
 * @param id which customer, the client of a company card too
 * @param name whom one talks to
 * @param company for whom he calls
 * @param number his telephone; never leaves the server unmasked
 * @param email where newsletters go; never leaves the server
 * @param manager who looks after him
 * @param note what was agreed last
 */
record Customer(
        String id, String name, String company, PhoneNumber number, String email, String manager, String note) {}
