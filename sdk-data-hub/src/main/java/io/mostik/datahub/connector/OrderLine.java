package io.mostik.datahub.connector;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A line of an order.
 *
 * @param kind product or service
 * @param quantity how many
 * @param price of one
 * @param cost the cost from the vendor
 * @param discount the sum that is taken off
 */
public record OrderLine(
        Kind kind,
        Optional<BigDecimal> quantity,
        Optional<BigDecimal> price,
        Optional<BigDecimal> cost,
        Optional<BigDecimal> discount) {

    /** The kind of item of a line. */
    public enum Kind {
        /** Goods and parts. */
        PRODUCT,
        /** Services and work. */
        SERVICE,
        /** Something else, or unknown. */
        OTHER
    }
}
