package io.mostik.bridge.action.repair;

import java.util.List;

/**
 * The leads that a phone had before one was made.
 *
 * @param at when the vendor was asked, in milliseconds since 1970
 * @param ids of the leads made shortly before
 */
record LeadsBefore(long at, List<Long> ids) {}
