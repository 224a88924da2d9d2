package io.mostik.testing.salesautopilot;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;

/**
 * What the calls of a month cost, in HUF. A thousand calls are free; each hundred thousand above costs 2,000 and the tax
 * of 27 percent. The vendor does not say whether a block that has begun is charged in full, so both readings are here.
 */
public record SalesAutopilotBill(YearMonth month, long calls) {

    private static final long FREE = 1_000;
    private static final BigDecimal BLOCK = BigDecimal.valueOf(100_000);
    private static final BigDecimal PRICE = BigDecimal.valueOf(2_000);
    private static final BigDecimal WITH_TAX = new BigDecimal("1.27");

    /** Refuses a negative count. */
    public SalesAutopilotBill {
        requireNonNull(month, "month");
        if (calls < 0) {
            throw new IllegalArgumentException("calls must not be negative: " + calls);
        }
    }

    /** Returns how many calls are charged. */
    public long billableCalls() {
        return Math.max(0, calls - FREE);
    }

    /** Returns the price without tax if a begun block is charged in full. */
    public BigDecimal net() {
        return BigDecimal.valueOf(billableCalls())
                .divide(BLOCK, 0, RoundingMode.CEILING)
                .multiply(PRICE);
    }

    /** Returns the price with tax, in whole HUF. */
    public BigDecimal gross() {
        return net().multiply(WITH_TAX).setScale(0, RoundingMode.HALF_UP);
    }

    /** Returns the price without tax if each call is charged, in whole HUF. */
    public BigDecimal netProRata() {
        return BigDecimal.valueOf(billableCalls()).multiply(PRICE).divide(BLOCK, 0, RoundingMode.HALF_UP);
    }
}
