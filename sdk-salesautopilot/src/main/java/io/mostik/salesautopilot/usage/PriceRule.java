package io.mostik.salesautopilot.usage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * What calls cost, in forint: some a month are free, then there is a price for so many. Exact; results are whole forint.
 *
 * @param freeCalls free calls a month
 * @param block so many further calls
 * @param blockPrice net price of a block
 * @param vatPercent VAT in percent
 * @param rounding what a block that was begun costs
 */
public record PriceRule(long freeCalls, long block, BigDecimal blockPrice, BigDecimal vatPercent, Rounding rounding) {

    /** More than anybody makes in a month. */
    private static final long MOST_CALLS = 1_000_000_000_000L;

    private static final PriceRule STANDARD =
            new PriceRule(1_000, 100_000, new BigDecimal(2_000), new BigDecimal(27), Rounding.STARTED_BLOCK);

    /** What a block that was begun costs; the vendor does not say. */
    public enum Rounding {
        /** The whole block: never less than the bill. */
        STARTED_BLOCK,
        /** The part that was used. */
        PRO_RATA
    }

    /** Refuses negative numbers and an empty block. */
    public PriceRule {
        Objects.requireNonNull(rounding, "rounding");
        if (freeCalls < 0 || block < 1 || blockPrice.signum() < 0 || vatPercent.signum() < 0) {
            throw new IllegalArgumentException(
                    "freeCalls, blockPrice and vatPercent must not be negative, block positive");
        }
    }

    /**
     * Returns the vendor's published price: 1,000 calls free, then 2,000 forint and VAT for 100,000; VAT of 27 percent,
     * and blocks that were begun in full, are assumed.
     */
    public static PriceRule standard() {
        return STANDARD;
    }

    /** Returns this rule with another rounding. */
    public PriceRule withRounding(Rounding newRounding) {
        return new PriceRule(freeCalls, block, blockPrice, vatPercent, newRounding);
    }

    /** Returns how many of these calls are not free. */
    public long billable(long calls) {
        if (calls < 0) {
            throw new IllegalArgumentException("calls must not be negative");
        }
        return Math.max(0, calls - freeCalls);
    }

    /** Returns the price of so many calls in a month, without VAT. */
    public BigDecimal net(long calls) {
        long billable = billable(calls);
        if (rounding == Rounding.PRO_RATA) {
            return blockPrice
                    .multiply(BigDecimal.valueOf(billable))
                    .divide(BigDecimal.valueOf(block), 0, RoundingMode.HALF_UP);
        }
        long blocks = billable / block + (billable % block == 0 ? 0 : 1);
        return blockPrice.multiply(BigDecimal.valueOf(blocks));
    }

    /** Returns the price of so many calls in a month, with VAT. */
    public BigDecimal gross(long calls) {
        BigDecimal factor = BigDecimal.ONE.add(vatPercent.movePointLeft(2));
        return net(calls).multiply(factor).setScale(0, RoundingMode.HALF_UP);
    }

    /** Returns how many calls a month cost no more than this with VAT; {@link Long#MAX_VALUE} if any number does. */
    public long callsWithin(BigDecimal gross) {
        if (gross(MOST_CALLS).compareTo(gross) <= 0) {
            return Long.MAX_VALUE;
        }
        long fits = 0;
        long tooMany = MOST_CALLS;
        while (tooMany - fits > 1) {
            long middle = fits + (tooMany - fits) / 2;
            if (gross(middle).compareTo(gross) <= 0) {
                fits = middle;
            } else {
                tooMany = middle;
            }
        }
        return fits;
    }
}
