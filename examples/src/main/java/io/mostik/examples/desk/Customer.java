package io.mostik.examples.desk;

import io.mostik.pbx.PhoneNumber;

/**
 * What the company knows of a customer; shown when he calls.
 *
 * @param id which customer, the client of a company card too
 * @param name whom one talks to
 * @param company for whom he calls
 * @param number his telephone; never leaves the server unmasked
 * @param manager who looks after him
 * @param note what was agreed last
 */
record Customer(String id, String name, String company, PhoneNumber number, String manager, String note) {}
