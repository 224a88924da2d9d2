package io.mostik.datahub.connector;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A line of an order.
 *
 * @param kind what it stands for
 * @param quantity how many
 * @param price of one
 * @param cost as the vendor tells it
 * @param discount the sum that is taken off
 */
public record OrderLine(
        Kind kind,
        Optional<BigDecimal> quantity,
        Optional<BigDecimal> price,
        Optional<BigDecimal> cost,
        Optional<BigDecimal> discount) {

    /** What a line stands for. */
    public enum Kind {
        /** Goods and parts. */
        PRODUCT,
        /** Services and work. */
        SERVICE,
        /** Something else, or unknown. */
        OTHER
    }
}
