package io.mostik.salesautopilot.workflow;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * What a run of {@link PurchaseHistory} would do, and cost at most if no call has to be repeated.
 *
 * @param toPlace orders that the list does not have
 * @param toChange orders that the list may have in another state
 * @param unchanged orders that cost nothing
 * @param calls how many calls at most
 * @param gross what they add to the bill of the present month, with VAT, in whole forint
 * @param time how long they take, one after the other
 */
public record HistoryPlan(int toPlace, int toChange, int unchanged, long calls, BigDecimal gross, Duration time) {}
