package io.mostik.salesautopilot.usage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Map;

/**
 * What left in a month, and what it costs. A lower bound of the bill where other programs use the same account.
 *
 * @param month month in the account's zone
 * @param sent requests that left: failed ones, repeats, other verbs and log-ins included
 * @param succeeded those that were answered with success
 * @param repeated those that were the same call once more
 * @param byOperation those that left, by operation
 * @param byWorkflow those that left for a workflow, by its name
 * @param net their price without VAT, in whole forint
 * @param gross their price with VAT, in whole forint
 */
public record Usage(
        YearMonth month,
        long sent,
        long succeeded,
        long repeated,
        Map<String, Long> byOperation,
        Map<String, Long> byWorkflow,
        BigDecimal net,
        BigDecimal gross) {

    /** Keeps an unchangeable copy. */
    public Usage {
        byOperation = Map.copyOf(byOperation);
        byWorkflow = Map.copyOf(byWorkflow);
    }

    /** Returns the share of a workflow in the gross price, by its calls, in whole forint. */
    public BigDecimal grossOf(String workflow) {
        long calls = byWorkflow.getOrDefault(workflow, 0L);
        return sent == 0
                ? BigDecimal.ZERO
                : gross.multiply(BigDecimal.valueOf(calls)).divide(BigDecimal.valueOf(sent), 0, RoundingMode.HALF_UP);
    }
}
