package io.mostik.datahub;

/**
 * An order that has to be looked at again with the next refresh: it may have changed within the second of its last
 * change, its lines could not be read, or somebody asked for it.
 *
 * @param id of the order
 * @param lookedAt when it was last looked at, in milliseconds; 0 or less to be the first
 */
record Unsettled(long id, long lookedAt) {}
