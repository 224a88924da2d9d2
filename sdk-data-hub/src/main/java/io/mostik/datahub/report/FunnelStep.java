package io.mostik.datahub.report;

import io.mostik.datahub.statuses.StageRole;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * One container of the funnel in a report.
 *
 * @param key of the container
 * @param title of the container
 * @param role of the container
 * @param count orders in it
 * @param volume their sales volume
 */
public record FunnelStep(String key, String title, StageRole role, long count, BigDecimal volume) {

    /** Rejects null components. */
    public FunnelStep {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(volume, "volume");
    }
}
