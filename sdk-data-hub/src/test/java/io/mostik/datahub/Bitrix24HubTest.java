package io.mostik.datahub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.AuthException;
import io.mostik.core.DecodingException;
import io.mostik.core.SdkException;
import io.mostik.core.Secret;
import io.mostik.datahub.calc.Calculation;
import io.mostik.datahub.checks.FindingCode;
import io.mostik.datahub.connector.StageMove;
import io.mostik.datahub.report.HubRecord;
import io.mostik.datahub.report.Metrics;
import io.mostik.datahub.report.ReportQuery;
import io.mostik.datahub.statuses.StageRole;
import io.mostik.datahub.statuses.StatusMapping;
import io.mostik.testing.AnswerMutation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The hub over Bitrix24. {@code -Dmostik.hub.sequences=1000 -Dmostik.seed=7} for a long or another campaign. */
class Bitrix24HubTest {

    private static final int SEQUENCES = Integer.getInteger("mostik.hub.sequences", 3);
    private static final long SEED = Long.getLong("mostik.seed", 25);
    private static final List<String> STAGES = List.of("C5:NEW", "C5:EXECUTING", "C5:READY", "C5:WON", "C5:LOSE");

    private final BitrixEnv place = new BitrixEnv();

    @AfterEach
    void close() {
        place.close();
    }

    @Test
    void givenExample_whenReported_thenAllMetricsAreThoseOfDocument() {
        place.withExample().configured(BitrixEnv.SETTINGS);

        Metrics metrics = place.hub
                .run()
                .report(ReportQuery.builder().adSpend(new BigDecimal("200.00")).build())
                .total();

        assertThat(List.of(metrics.inquiries(), metrics.leads(), metrics.sales(), metrics.lost()))
                .containsExactly(3L, 2L, 1L, 1L);
        assertThat(metrics.revenue()).isEqualTo("940.00");
        assertThat(metrics.cost()).isEqualTo("400.00");
        assertThat(metrics.grossProfit()).isEqualTo("540.00");
        assertThat(metrics.potentialRevenue()).isEqualTo("282.00");
        assertThat(metrics.conversion()).contains(new BigDecimal("0.3333"));
        assertThat(metrics.averageSale()).contains(new BigDecimal("940.00"));
        assertThat(metrics.roi()).contains(new BigDecimal("1.7000"));
        assertThat(metrics.margin()).contains(new BigDecimal("0.5745"));
    }

    @Test
    void givenFilterByCategory_whenRun_thenTheVendorIsAskedForIt() {
        place.withExample().configured(BitrixEnv.SETTINGS);

        assertThat(place.hub.run()).hasSize(3);

        assertThat(place.vendor.journal().all())
                .filteredOn(each -> each.path().endsWith("crm.item.list"))
                .allMatch(each -> each.text().contains("\"@categoryId\":[\"5\"]"));
    }

    @Test
    void givenStages_whenProposed_thenSemanticsDecide() {
        place.hub.connect(place.key());

        StatusMapping mapping = StatusMapping.proposeByGroup(place.hub.funnel());

        assertThat(mapping.containerOf("C5:NEW").orElseThrow().key()).isEqualTo("inquiries");
        assertThat(mapping.containerOf("C6:READY").orElseThrow().key()).isEqualTo("leads");
        assertThat(mapping.containerOf("WON").orElseThrow().role()).isEqualTo(StageRole.SUCCESSFUL);
        assertThat(place.hub.funnel().statuses())
                .hasSize(14)
                .anySatisfy(status -> assertThat(status.name()).contains("Тверь: Ready"));
    }

    @Test
    void givenExpressionOverLines_whenChecked_thenIsRefused() {
        place.hub.connect(place.key());

        HubSettings settings = HubSettings.builder()
                .calculation(Calculation.of("{order.cost}", ""))
                .build();

        assertThat(place.hub.check(settings).errors())
                .singleElement()
                .matches(found -> found.code() == FindingCode.UNKNOWN_FIELD);
    }

    @Test
    void givenWrongCode_whenConnected_thenIsRefusedAndHidden() {
        String wrong = place.vendor.webhook().replace("simulated", "wrong");

        assertThatThrownBy(() -> place.hub.connect(Secret.of(wrong)))
                .isInstanceOf(AuthException.class)
                .hasMessageNotContaining("wrongcode");
    }

    @Test
    void givenTooManyCalls_whenRefreshed_thenWaits() {
        place.withExample().configured(BitrixEnv.SETTINGS);
        place.vendor.limited(2);
        MemoryTable table = new MemoryTable();

        place.hub.refresh(table);

        assertThat(table.records()).hasSize(3);
        assertThat(place.time.waited()).isPositive();
    }

    @Test
    void givenAnswerOfProxy_whenRun_thenFails() {
        place.withExample().configured(BitrixEnv.SETTINGS);
        HubRun run = place.hub.run();
        place.vendor.faults().answer(200).on("POST", "/rest/1/simulatedcode0001/crm.item.list");

        assertThatThrownBy(() -> run.stream().count()).isInstanceOf(SdkException.class);
    }

    @Test
    void givenUnreadableDeal_whenRun_thenIsLeftOutAndTold() {
        place.withExample().configured(BitrixEnv.SETTINGS);
        HubRun run = place.hub.run();
        spoilFirstDeal();

        assertThat(run.stream()).hasSize(2);
        assertThat(run.tally().unreadable()).isEqualTo(1);
    }

    @Test
    void givenUnreadableDeal_whenSwept_thenItIsNotTakenForDeleted() {
        place.withExample().configured(BitrixEnv.SETTINGS);
        MemoryTable table = new MemoryTable();
        place.hub.refresh(table);
        spoilFirstDeal();

        assertThatThrownBy(() -> place.hub.sweep(table, place.vendor.ids())).isInstanceOf(DecodingException.class);

        assertThat(table.records()).hasSize(3);
    }

    @Test
    void givenUnreadableDealOnFullPage_whenRead_thenTheNextPageComes() {
        for (int i = 0; i < 60; i++) {
            place.deal(5, "C5:NEW", "10.00", "1.00");
            place.vendor.clock().advance(Duration.ofSeconds(1));
        }
        place.configured(BitrixEnv.SETTINGS);
        HubRun run = place.hub.run();
        MemoryTable table = new MemoryTable();
        spoilFirstDeal();

        long seen = run.stream().count();
        place.hub.refresh(table);

        assertThat(seen).isEqualTo(58); // the first of each page
        assertThat(table.records()).hasSize(59); // a page of changes begins with the last row of the one before
    }

    private void spoilFirstDeal() {
        place.vendor
                .answers()
                .apply(AnswerMutation.MISSING_PROPERTY)
                .always()
                .on("POST", "/rest/1/simulatedcode0001/crm.item.list")
                .at("/result/items/0/id");
    }

    @Test
    void givenMoreThanPageInOneSecond_whenRefreshed_thenAllCome() {
        for (int i = 0; i < 130; i++) {
            place.deal(5, "C5:NEW", "10.00", "1.00");
        }
        place.configured(BitrixEnv.SETTINGS);
        MemoryTable table = new MemoryTable();

        place.hub.refresh(table);

        assertThat(table.records()).hasSize(130);
    }

    @Test
    void givenHistory_whenRefreshed_thenMovesAreTheVendors() {
        long id = place.deal(5, "C5:NEW", "10.00", "1.00");
        place.vendor.clock().advance(Duration.ofHours(1));
        place.vendor.move(id, "C5:EXECUTING");
        place.vendor.clock().advance(Duration.ofHours(1));
        place.vendor.move(id, "C5:WON");
        place.configured(BitrixEnv.SETTINGS);
        MovesTable table = new MovesTable();

        place.hub.refresh(table);
        place.hub.refresh(table);

        assertThat(table.moves).extracting(StageMove::statusId).containsExactly("C5:NEW", "C5:EXECUTING", "C5:WON");
        assertThat(table.moves).noneMatch(StageMove::observed);
        assertThat(table.put.get(0).closedAt())
                .contains(place.vendor.clock().now().truncatedTo(ChronoUnit.SECONDS));
    }

    @Test
    void givenRandomEdits_whenRefreshed_thenTableIsThatOfFullRun() {
        SplittableRandom random = new SplittableRandom(SEED);
        place.withExample().configured(BitrixEnv.SETTINGS);
        MemoryTable table = new MemoryTable();
        HubConnection other = place.connection();
        other.connect(place.key());
        for (int sequence = 0; sequence < SEQUENCES; sequence++) {
            for (int edit = random.nextInt(8); edit >= 0; edit--) {
                edit(random);
            }
            (random.nextBoolean() ? place.hub : other).refresh(table);
            place.hub.sweep(
                    table, table.records().stream().map(HubRecord::orderId).toList());

            assertThat(table.records())
                    .as("seed %d, sequence %d", SEED, sequence)
                    .containsExactlyElementsOf(place.hub.run());
        }
        other.close();
    }

    private void edit(SplittableRandom random) {
        List<Long> ids = place.vendor.ids();
        long id = ids.isEmpty() ? 0 : ids.get(random.nextInt(ids.size()));
        place.vendor.clock().advance(Duration.ofMillis(random.nextInt(90_000)));
        switch (ids.isEmpty() ? 0 : random.nextInt(6)) {
            case 0 -> place.deal(5 + random.nextInt(2), STAGES.get(random.nextInt(5)), "99.50", "1.25");
            case 1 -> place.vendor.delete(id);
            case 2 -> place.vendor.change(id, deal -> deal.with("categoryId", 5 + random.nextInt(2)));
            case 3 -> place.vendor.change(id, deal -> deal.with(BitrixEnv.COST, random.nextInt(1000)));
            default -> place.vendor.move(id, STAGES.get(random.nextInt(5)));
        }
    }

    /** Keeps the moves too. */
    private static final class MovesTable implements HubTable {
        final List<StageMove> moves = new ArrayList<>();
        final List<HubRecord> put = new ArrayList<>();

        @Override
        public void put(HubRecord order) {
            put.add(order);
        }

        @Override
        public void remove(long orderId) {
            put.removeIf(each -> each.orderId() == orderId);
        }

        @Override
        public void moved(StageMove move) {
            moves.add(move);
        }
    }
}
