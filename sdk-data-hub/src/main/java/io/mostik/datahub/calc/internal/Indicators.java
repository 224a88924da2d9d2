package io.mostik.datahub.calc.internal;

import io.mostik.datahub.calc.EvaluationError;
import java.util.Objects;

/**
 * What was calculated for one order.
 *
 * @param cost the cost
 * @param salesVolume the sales volume
 * @param unreconciled whether the lines, with or without their discounts, do not add up to the order although an
 *     expression uses them
 */
public record Indicators(Evaluation cost, Evaluation salesVolume, boolean unreconciled) {

    /** Rejects null components. */
    public Indicators {
        Objects.requireNonNull(cost, "cost");
        Objects.requireNonNull(salesVolume, "salesVolume");
    }

    /** Returns whether a value is missing since the lines could not be read. */
    public boolean lacksItems() {
        return cost.error().filter(EvaluationError.NO_ITEMS::equals).isPresent()
                || salesVolume.error().filter(EvaluationError.NO_ITEMS::equals).isPresent();
    }
}
