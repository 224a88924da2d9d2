package io.mostik.datahub;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.RateLimit;
import io.mostik.datahub.bitrix24.Bitrix24;
import io.mostik.datahub.bitrix24.Bitrix24Connector;
import io.mostik.datahub.calc.Calculation;
import io.mostik.datahub.connector.OwnField;
import io.mostik.datahub.filter.FilterRule;
import io.mostik.datahub.filter.Operator;
import io.mostik.datahub.filter.OrderParameter;
import io.mostik.datahub.statuses.FunnelStage;
import io.mostik.datahub.statuses.StageRole;
import io.mostik.datahub.statuses.StatusMapping;
import io.mostik.testing.bitrix24.Bitrix24Simulator;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The same example at Bitrix24, where locations are categories and the cost is a field of the portal. */
final class BitrixEnv implements AutoCloseable {

    static final String COST = "ufCrm_1700000000001";
    static final HubSettings SETTINGS = HubSettings.builder()
            .addFilter(FilterRule.include(OrderParameter.ORDER_TYPE, Operator.EQUALS, "Тверь"))
            .mapping(StatusMapping.builder()
                    .funnelName("Repairs")
                    .addContainers(
                            FunnelStage.of("inquiries", "Inquiries", "C5:NEW"),
                            FunnelStage.of("leads", "Leads", "C5:EXECUTING", "C5:READY"),
                            FunnelStage.of("paid", "Paid", StageRole.SUCCESSFUL, "C5:WON"),
                            FunnelStage.of("refused", "Refused", StageRole.UNSUCCESSFUL, "C5:LOSE"))
                    .build())
            .calculation(Calculation.of("{custom." + COST + "}", "{order.total} * 94%"))
            .build();

    final Bitrix24Simulator vendor = Bitrix24Simulator.start();
    final VendorTime time = new VendorTime(vendor.clock());
    final StateStore store = StateStore.inMemory(time);
    final HubConnection hub = connection();

    BitrixEnv() {
        for (long category = 5; category <= 6; category++) {
            String prefix = "C" + category + ":";
            vendor.category(category, category == 5 ? "Тверь" : "Москва")
                    .stage(category, prefix + "NEW", "New", "")
                    .stage(category, prefix + "EXECUTING", "Diagnostics", "")
                    .stage(category, prefix + "READY", "Ready", "")
                    .stage(category, prefix + "WON", "Closed", "S")
                    .stage(category, prefix + "LOSE", "Refused", "F");
        }
    }

    BitrixEnv withExample() {
        deal(5, "C5:WON", "1000.00", "400.00");
        deal(5, "C5:LOSE", "500.00", "0.00");
        deal(5, "C5:EXECUTING", "300.00", "120.00");
        deal(6, "C6:WON", "900.00", "300.00");
        return this;
    }

    long deal(long category, String stage, String amount, String cost) {
        return vendor.deal(
                stage, amount, deal -> deal.with("categoryId", category).with(COST, new BigDecimal(cost)));
    }

    HubConnection connection() {
        return connection(this::client);
    }

    /** Returns a node whose calls end after so long by the clock of the machine, for vendors that never answer. */
    HubConnection impatient(Duration deadline) {
        HubConnection node =
                connection(key -> client(key, http -> http.timeout(deadline).deadline(deadline)));
        node.connect(key());
        return node;
    }

    private HubConnection connection(Function<Secret, Bitrix24> clients) {
        OwnField cost = new OwnField(COST, Optional.of("Cost"), OwnField.Kind.NUMBER);
        return HubConnection.builder(store, Bitrix24Connector.of(clients, List.of(cost)))
                .time(time)
                .build();
    }

    Bitrix24 client(Secret key) {
        return client(key, http -> http.time(time));
    }

    private static Bitrix24 client(Secret key, Consumer<ClientConfig.Builder> settings) {
        return Bitrix24.builder()
                .webhook(key)
                .http(http -> settings.accept(http.rateLimit(RateLimit.none())))
                .build();
    }

    Secret key() {
        return Secret.of(vendor.webhook());
    }

    BitrixEnv configured(HubSettings settings) {
        hub.connect(key());
        hub.configure(settings);
        return this;
    }

    @Override
    public void close() {
        hub.close();
        vendor.close();
    }
}
