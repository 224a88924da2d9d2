package io.mostik.salesautopilot.usage;

import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * What a month will come to if it goes on as it went so far.
 *
 * @param month month in the account's zone
 * @param calls requests at its end, rounded up
 * @param net their price without VAT, in whole forint
 * @param gross their price with VAT, in whole forint
 */
public record Forecast(YearMonth month, long calls, BigDecimal net, BigDecimal gross) {}
