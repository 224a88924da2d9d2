package io.mostik.datahub;

/**
 * An order that has to be looked at again with the next refresh: it may have changed within the second of its last
 * change, or its lines could not be read.
 *
 * @param id of the order
 * @param lookedAt when it was last looked at, in milliseconds
 */
record Unsettled(long id, long lookedAt) {}
