package io.mostik.datahub;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.RateLimit;
import io.mostik.datahub.calc.Calculation;
import io.mostik.datahub.filter.FilterRule;
import io.mostik.datahub.filter.Operator;
import io.mostik.datahub.filter.OrderParameter;
import io.mostik.datahub.remonline.RemOnlineConnector;
import io.mostik.datahub.statuses.FunnelStage;
import io.mostik.datahub.statuses.StageRole;
import io.mostik.datahub.statuses.StatusMapping;
import io.mostik.remonline.RemOnline;
import io.mostik.testing.remonline.RemOnlineSimulator;
import java.time.Duration;
import java.util.function.Consumer;

/** The account of the vendor document's example, played, and a connection to it. */
final class HubEnv implements AutoCloseable {

    static final long TVER = 31;
    static final long MOSCOW = 32;
    static final StatusMapping MAPPING = StatusMapping.builder()
            .funnelName("Repairs")
            .addContainers(
                    FunnelStage.of("inquiries", "Inquiries", "1"),
                    FunnelStage.of("leads", "Leads", "2", "3"),
                    FunnelStage.of("paid", "Paid", StageRole.SUCCESSFUL, "4"),
                    FunnelStage.of("refused", "Refused", StageRole.UNSUCCESSFUL, "5", "6"))
            .build();
    static final FilterRule IN_TVER = FilterRule.include(OrderParameter.LOCATION, Operator.EQUALS, "Тверь");
    static final HubSettings SETTINGS = HubSettings.builder()
            .addFilter(IN_TVER)
            .mapping(MAPPING)
            .calculation(Calculation.of("{order.cost}", "{order.total} * 94%"))
            .build();

    final RemOnlineSimulator vendor = RemOnlineSimulator.startFrozen();
    final VendorTime time = new VendorTime(vendor.clock());
    final StateStore store = StateStore.inMemory(time);
    final HubConnection hub = connection();

    HubEnv() {
        vendor.unlimited();
        vendor.setup()
                .location(TVER, "Тверь")
                .location(MOSCOW, "Москва")
                .status(1, "New", 1)
                .status(2, "Diagnostics", 2)
                .status(3, "Ready", 4)
                .status(4, "Closed", 6)
                .status(5, "Refused", 7)
                .status(6, "Lost - price", 7);
    }

    /** Adds the four orders of the example. */
    HubEnv withExample() {
        order("101", 4, TVER, "1000.00", "400.00");
        order("102", 5, TVER, "500.00", "0.00");
        order("103", 2, TVER, "300.00", "120.00");
        order("104", 4, MOSCOW, "900.00", "300.00");
        return this;
    }

    private void order(String number, long status, long location, String total, String cost) {
        vendor.seedOrder(
                seed -> seed.number(number).status(status).location(location).item(501, "1", total, cost));
    }

    HubConnection connection() {
        return HubConnection.builder(store, RemOnlineConnector.of(this::client))
                .time(time)
                .build();
    }

    /** Returns a node whose calls end after so long by the clock of the machine, for vendors that never answer. */
    HubConnection impatient(Duration deadline) {
        HubConnection node = HubConnection.builder(
                        store,
                        RemOnlineConnector.of(key ->
                                client(key, http -> http.timeout(deadline).deadline(deadline))))
                .time(time)
                .build();
        node.connect(key());
        return node;
    }

    RemOnline client(Secret key) {
        return client(key, http -> http.time(time));
    }

    private RemOnline client(Secret key, Consumer<ClientConfig.Builder> settings) {
        return RemOnline.builder()
                .apiKey(key)
                .baseUri(vendor.v2Uri().toString())
                .http(http -> settings.accept(http.rateLimit(RateLimit.none())))
                .build();
    }

    RemOnline client() {
        return client(key());
    }

    Secret key() {
        return Secret.of(vendor.apiKey());
    }

    /** Connects and puts settings in force. */
    HubEnv configured(HubSettings settings) {
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
