package io.mostik.bridge.action.repair;

/**
 * The person with a phone before he was put.
 *
 * @param id his id; 0 if there was none
 * @param digest of the fields that are to change
 */
record PersonBefore(long id, String digest) {

    static final long NOBODY = 0;
}
