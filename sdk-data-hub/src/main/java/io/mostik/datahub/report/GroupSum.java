package io.mostik.datahub.report;

import io.mostik.datahub.statuses.DealState;
import io.mostik.datahub.statuses.FunnelStage;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sums of one group, growing record by record. */
final class GroupSum {

    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    private final Map<String, Long> counts = new HashMap<>();
    private final Map<String, BigDecimal> volumes = new HashMap<>();
    private long inquiries;
    private long sales;
    private long lost;
    private long unmapped;
    private BigDecimal revenue = NOTHING;
    private BigDecimal potential = NOTHING;
    private BigDecimal cost = NOTHING;

    void add(HubRecord order) {
        BigDecimal volume = order.salesVolume().orElse(NOTHING);
        inquiries++;
        order.containerKey().ifPresent(key -> {
            counts.merge(key, 1L, Long::sum);
            volumes.merge(key, volume, BigDecimal::add);
        });
        if (order.state().isEmpty()) {
            unmapped++;
            return;
        }
        DealState state = order.state().get();
        switch (state) {
            case SUCCESSFUL -> {
                sales++;
                revenue = revenue.add(volume);
                cost = cost.add(order.cost().orElse(NOTHING));
            }
            case UNSUCCESSFUL -> lost++;
            case NEW, IN_PROGRESS -> potential = potential.add(volume);
        }
    }

    Metrics metrics(List<FunnelStage> containers, Optional<BigDecimal> adSpend) {
        return Metrics.builder()
                .inquiries(inquiries)
                .sales(sales)
                .lost(lost)
                .unmapped(unmapped)
                .revenue(revenue)
                .potentialRevenue(potential)
                .cost(cost)
                .adSpend(adSpend)
                .funnel(containers.stream().map(this::step).toList())
                .build();
    }

    private FunnelStep step(FunnelStage container) {
        return new FunnelStep(
                container.key(),
                container.title(),
                container.role(),
                counts.getOrDefault(container.key(), 0L),
                volumes.getOrDefault(container.key(), NOTHING));
    }
}
