package io.mostik.datahub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.ProgressListener;
import io.mostik.core.once.FeedPoll;
import io.mostik.datahub.report.HubRecord;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.orders.OrderItemUpdate;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A refresh that is cut off, or meets a change of the connection, leaves nothing out of the table for good. */
class RefreshLossTest {

    private final HubEnv place = new HubEnv().withExample();
    private final MemoryTable table = new MemoryTable();

    @BeforeEach
    void configure() {
        place.configured(HubEnv.SETTINGS);
    }

    @AfterEach
    void close() {
        place.close();
    }

    @Test
    void givenTableThatFailsOnce_whenRefreshedAgain_thenHasLastCost() {
        place.hub.refresh(table);
        long order = order101().orderId();
        try (RemOnline office = place.client()) {
            long line = office.orders().items(order).get(0).id();
            office.orders()
                    .updateItem(
                            order,
                            line,
                            OrderItemUpdate.builder()
                                    .cost(new BigDecimal("450.00"))
                                    .build());
            place.hub.refresh(table);
            office.orders()
                    .updateItem(
                            order,
                            line,
                            OrderItemUpdate.builder()
                                    .cost(new BigDecimal("460.00"))
                                    .build());
        }
        place.vendor.clock().advance(Duration.ofHours(1));
        FailingTable failing = new FailingTable(table, order, new AtomicBoolean(true));

        assertThatThrownBy(() -> place.hub.refresh(failing)).isInstanceOf(IllegalStateException.class);
        place.hub.refresh(failing);

        assertThat(order101().cost()).contains(new BigDecimal("460.00"));
    }

    @Test
    void givenOtherSettings_whenRefreshedAgain_thenTheyAreInForce() {
        AtomicBoolean first = new AtomicBoolean(true);
        HubSettings all =
                HubSettings.builder().from(HubEnv.SETTINGS).filter(List.of()).build();
        HubConnection slow = HubConnection.builder(place.store, new PausingConnector(place, () -> {
                    if (first.getAndSet(false)) {
                        place.hub.configure(all);
                    }
                }))
                .time(place.time)
                .build();
        slow.connect(place.key());
        place.vendor.clock().advance(Duration.ofHours(1));

        slow.refresh(table);
        place.vendor.clock().advance(Duration.ofHours(1));
        place.hub.refresh(table);

        assertThat(table.records()).hasSize(4);
        slow.close();
    }

    @Test
    void givenDisconnectMeanwhile_whenConnectedAnew_thenAllCome() {
        AtomicBoolean first = new AtomicBoolean(true);
        try (HubConnection other = place.connection()) {
            other.connect(place.key());
            other.refresh(new CallingTable(() -> {
                if (first.getAndSet(false)) {
                    place.hub.disconnect();
                }
            }));
        }
        place.vendor.clock().advance(Duration.ofHours(1));
        place.configured(HubEnv.SETTINGS);

        RunSummary summary = place.hub.refresh(table);

        assertThat(summary.end()).isEqualTo(FeedPoll.End.COMPLETE);
        assertThat(table.records()).hasSize(3);
    }

    @Test
    void givenNoListener_whenRefreshing_thenRefusesWithoutALease() {
        @Nullable ProgressListener none = null;

        assertThatThrownBy(() -> place.hub.refresh(table, none)).isInstanceOf(NullPointerException.class);

        assertThat(place.hub.refresh(table).isBusy()).isFalse();
    }

    @Test
    void givenNoTable_whenRefreshing_thenRefusesWithoutALease() {
        @Nullable HubTable none = null;

        assertThatThrownBy(() -> place.hub.refresh(none)).isInstanceOf(NullPointerException.class);

        assertThat(place.hub.refresh(table).isBusy()).isFalse();
    }

    private HubRecord order101() {
        return table.records().stream()
                .filter(each -> each.number().orElse("").equals("101"))
                .findFirst()
                .orElseThrow();
    }

    /** Fails once at the record of an order. */
    private record FailingTable(HubTable table, long order, AtomicBoolean fails) implements HubTable {

        @Override
        public void put(HubRecord row) {
            if (row.orderId() == order && fails.getAndSet(false)) {
                throw new IllegalStateException("the table is locked");
            }
            table.put(row);
        }

        @Override
        public void remove(long orderId) {
            table.remove(orderId);
        }
    }

    /** Does something at each record. */
    private record CallingTable(Runnable event) implements HubTable {

        @Override
        public void put(HubRecord order) {
            event.run();
        }

        @Override
        public void remove(long orderId) {
            event.run();
        }
    }
}
