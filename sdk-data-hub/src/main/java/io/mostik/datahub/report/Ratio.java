package io.mostik.datahub.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** A ratio whose whole may be zero. */
final class Ratio {

    private static final int PLACES = 4;

    private Ratio() {}

    static Optional<BigDecimal> of(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? Optional.empty() : Optional.of(part.divide(whole, PLACES, RoundingMode.HALF_UP));
    }
}
