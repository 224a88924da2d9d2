package io.mostik.datahub;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Progress;
import io.mostik.core.once.FeedPoll;
import io.mostik.datahub.calc.EvaluationError;
import io.mostik.datahub.report.HubRecord;
import io.mostik.datahub.statuses.DealState;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.orders.OrderItemUpdate;
import io.mostik.remonline.orders.OrderUpdate;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTest {

    private final HubEnv place = new HubEnv().withExample();
    private final MemoryTable table = new MemoryTable();
    private final RemOnline office = place.client();

    @BeforeEach
    void fill() {
        place.configured(HubEnv.SETTINGS);
        place.hub.refresh(table);
        place.vendor.clock().advance(Duration.ofHours(1));
    }

    @AfterEach
    void close() {
        office.close();
        place.close();
    }

    private HubRecord row(String number) {
        return table.records().stream()
                .filter(each -> each.number().orElse("").equals(number))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void givenNothingChanged_whenRefreshed_thenOneOrderPageIsRead() {
        place.hub.refresh(table);
        int before = place.vendor.journal().all().size();

        RunSummary tally = place.hub.refresh(table);

        assertThat(tally.read()).isZero();
        assertThat(place.vendor.journal().all().stream().skip(before))
                .filteredOn(
                        each -> each.path().equals("/v2/orders") || each.path().endsWith("/items"))
                .hasSize(1);
    }

    @Test
    void givenStatusSetBack_whenRefreshed_thenTheSaleIsGone() {
        office.orders().setStatus(row("101").orderId(), 2, "back to work");

        place.hub.refresh(table);

        assertThat(row("101").state()).contains(DealState.IN_PROGRESS);
        assertThat(row("101").closedAt()).isEmpty();
    }

    @Test
    void givenLostOrderOpenedAgain_whenRefreshed_thenItIsNew() {
        office.orders().setStatus(row("102").orderId(), 1, "came back");

        place.hub.refresh(table);

        assertThat(row("102").state()).contains(DealState.NEW);
    }

    @Test
    void givenChangedLine_whenRefreshed_thenTheCostFollows() {
        long order = row("101").orderId();
        long line = office.orders().items(order).get(0).id();
        office.orders()
                .updateItem(
                        order,
                        line,
                        OrderItemUpdate.builder().cost(new BigDecimal("450.00")).build());

        place.hub.refresh(table);

        assertThat(row("101").cost()).contains(new BigDecimal("450.00"));
    }

    @Test
    void givenTwoChangesInASecond_whenRefreshed_thenHasLastCost() {
        long order = row("101").orderId();
        long line = office.orders().items(order).get(0).id();
        for (String cost : new String[] {"450.00", "460.00"}) {
            office.orders()
                    .updateItem(
                            order,
                            line,
                            OrderItemUpdate.builder().cost(new BigDecimal(cost)).build());
            place.hub.refresh(table);
        }

        assertThat(row("101").cost()).contains(new BigDecimal("460.00"));
    }

    @Test
    void givenOrderThatLeavesFilter_whenRefreshed_thenRecordIsRemoved() {
        office.orders()
                .update(
                        row("103").orderId(),
                        OrderUpdate.builder().branchId(HubEnv.MOSCOW).build());

        place.hub.refresh(table);

        assertThat(table.records())
                .extracting(each -> each.number().orElseThrow())
                .containsExactly("101", "102");
    }

    @Test
    void givenOtherSettings_whenRefreshed_thenTheTableIsMadeAnew() {
        place.hub.configure(
                HubSettings.builder().from(HubEnv.SETTINGS).filter(List.of()).build());

        RunSummary tally = place.hub.refresh(table);

        assertThat(tally.delivered()).isEqualTo(4);
        assertThat(table.records()).hasSize(4);
    }

    @Test
    void givenRefreshUnderWay_whenAnotherNodeRefreshes_thenBusy() {
        place.hub.configure(
                HubSettings.builder().from(HubEnv.SETTINGS).filter(List.of()).build());
        List<RunSummary> second = new ArrayList<>();
        List<Long> rows = new ArrayList<>();
        List<Integer> asked = new ArrayList<>();
        try (HubConnection other = place.connection()) {
            other.connect(place.key());

            RunSummary first = place.hub.refresh(new WatchedTable(id -> {
                rows.add(id);
                int before = place.vendor.journal().all().size();
                second.add(other.refresh(new WatchedTable(rows::add)));
                asked.add(place.vendor.journal().all().size() - before);
            }));

            assertThat(first.end()).isEqualTo(FeedPoll.End.COMPLETE);
        }
        assertThat(second).hasSize(4).allMatch(RunSummary::isBusy);
        assertThat(asked).containsOnly(0);
        assertThat(rows).doesNotHaveDuplicates().hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404})
    void givenLinesRefusedOnce_whenRefreshedAgain_thenTheCostIsThere(int status) {
        place.hub.refresh(table);
        office.orders()
                .update(
                        row("101").orderId(),
                        OrderUpdate.builder().managerNotes("x").build());
        place.vendor.clock().advance(Duration.ofMinutes(10));
        place.vendor.faults().answer(status).on("GET", "/v2/orders/{id}/items");
        try (HubConnection other = place.connection()) {
            other.connect(place.key());
            RunSummary refused = other.refresh(table);
            long without = withoutCost();

            RunSummary tally = other.refresh(table);

            assertThat(refused.count(EvaluationError.NO_ITEMS)).isPositive();
            assertThat(without).isEqualTo(1);
            assertThat(tally.count(EvaluationError.NO_ITEMS)).isZero();
        }
        assertThat(withoutCost()).isZero();
    }

    private long withoutCost() {
        return table.records().stream().filter(each -> each.cost().isEmpty()).count();
    }

    @Test
    void givenEditDuringConfiguring_whenKept_thenNeitherIsLost() {
        try (HubConnection other = place.connection()) {
            other.connect(place.key());
            other.edit();

            place.hub.configure(HubEnv.SETTINGS);
            other.keep(HubEnv.SETTINGS, WizardStep.STATUSES);
        }

        assertThat(place.hub.settings()).contains(HubEnv.SETTINGS);
        assertThat(place.hub.draft()).contains(HubEnv.SETTINGS);
    }

    /** Tells of each record. */
    private record WatchedTable(LongConsumer told) implements HubTable {

        @Override
        public void put(HubRecord order) {
            told.accept(order.orderId());
        }

        @Override
        public void remove(long orderId) {
            told.accept(orderId);
        }
    }

    @Test
    void givenListener_whenRefreshedOrWalked_thenHearsOfAllOrders() {
        List<Progress> refreshed = new ArrayList<>();
        List<Progress> walked = new ArrayList<>();
        MemoryTable another = new MemoryTable();
        office.orders().setStatus(row("101").orderId(), 2, "back to work");

        RunSummary tally = place.hub.refresh(another, refreshed::add);
        long delivered = place.hub.run().progress(walked::add).stream().count();

        assertThat(refreshed.get(refreshed.size() - 1).ended()).isTrue();
        assertThat(refreshed.get(refreshed.size() - 1).done()).isPositive().isEqualTo(tally.read());
        assertThat(walked.get(walked.size() - 1).ended()).isTrue();
        assertThat(walked.get(walked.size() - 1).done()).isGreaterThanOrEqualTo(delivered);
    }
}
