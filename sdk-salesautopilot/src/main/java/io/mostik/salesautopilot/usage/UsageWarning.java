package io.mostik.salesautopilot.usage;

import java.time.YearMonth;

/**
 * A threshold was reached. Told once a month and threshold, by one of the nodes that share a store.
 *
 * @param month month in the account's zone
 * @param threshold so many calls
 */
public record UsageWarning(YearMonth month, long threshold) {}
