package io.mostik.datahub.report;

import io.mostik.datahub.statuses.Marker;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * One container of the funnel in a report.
 *
 * @param key of the container
 * @param title of the container
 * @param marker of the container
 * @param count orders that stand in it
 * @param volume their sales volume
 */
public record FunnelStep(String key, String title, Marker marker, long count, BigDecimal volume) {

    /** Refuses missing parts. */
    public FunnelStep {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(marker, "marker");
        Objects.requireNonNull(volume, "volume");
    }
}
