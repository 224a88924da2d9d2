package io.mostik.datahub.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import io.mostik.datahub.statuses.DealState;
import io.mostik.datahub.statuses.FunnelStage;
import io.mostik.datahub.statuses.StageRole;
import io.mostik.datahub.statuses.StatusMapping;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HubReportTest {

    private static final StatusMapping MAPPING = StatusMapping.builder()
            .funnelName("Ремонты")
            .addContainers(
                    FunnelStage.of("new", "Обращения", "1"),
                    FunnelStage.of("paid", "Оплачен", StageRole.SUCCESSFUL, "2"),
                    FunnelStage.of("lost", "Отказ", StageRole.UNSUCCESSFUL, "3"))
            .build();
    private static final Grouping PARITY = new Grouping("parity", record -> record.orderId() % 2 == 0 ? "even" : "odd");
    private static final Instant EVENING = Instant.parse("2026-03-01T22:30:00Z");

    private static HubRecord.Builder record(long id, String container, DealState state) {
        HubRecord.Builder record = HubRecord.builder();
        record.orderId(id).createdAt(EVENING).containerKey(container).state(state);
        return record;
    }

    private static HubRecord sale(long id) {
        return record(id, "paid", DealState.SUCCESSFUL)
                .salesVolume(new BigDecimal("100.00"))
                .cost(new BigDecimal("60.00"))
                .locationId(3301)
                .adCampaignId("620")
                .managerId(7001)
                .build();
    }

    private static HubReport report(ReportQuery query, HubRecord... records) {
        return HubReport.of(List.of(records), MAPPING, query);
    }

    @Test
    void givenNoRecords_whenReported_thenRatiosAreEmptyAndCountsZero() {
        Metrics metrics =
                report(ReportQuery.builder().adSpend(BigDecimal.ZERO).build()).total();

        assertThat(metrics.conversion()).isEmpty();
        assertThat(metrics.margin()).isEmpty();
        assertThat(metrics.averageSale()).isEmpty();
        assertThat(metrics.roi()).isEmpty();
        assertThat(metrics.leads()).isZero();
        assertThat(metrics.funnel()).hasSize(3).allMatch(step -> step.count() == 0);
    }

    @Test
    void givenRecordWithoutContainer_whenReported_thenUnmappedLead() {
        HubReport report =
                report(ReportQuery.all(), HubRecord.builder().orderId(1).build(), sale(2));

        assertThat(report.total().unmapped()).isEqualTo(1);
        assertThat(report.total().leads()).isEqualTo(2);
        assertThat(report.table()).contains("(in no container)");
    }

    @Test
    void givenValuelessRecords_whenReported_thenCountWithoutMoney() {
        Metrics metrics = report(
                        ReportQuery.all(),
                        sale(1),
                        record(2, "paid", DealState.SUCCESSFUL).build(),
                        record(3, "new", DealState.NEW).build())
                .total();

        assertThat(metrics.sales()).isEqualTo(2);
        assertThat(metrics.revenue()).isEqualTo("100.00");
        assertThat(metrics.averageSale()).contains(new BigDecimal("50.00"));
        assertThat(metrics.potentialRevenue()).isEqualTo("0.00");
    }

    @Test
    void givenPeriod_whenReported_thenItsEndIsNotPartOfIt() {
        HubRecord open = sale(1);
        HubRecord closed = HubRecord.builder().from(sale(2)).closedAt(EVENING).build();
        ReportQuery created = ReportQuery.builder()
                .since(EVENING)
                .until(EVENING.plusSeconds(1))
                .build();
        ReportQuery before = ReportQuery.builder().until(EVENING).build();
        ReportQuery byClosing =
                ReportQuery.builder().since(EVENING).dateBy(DateBy.CLOSED).build();

        assertThat(report(created, open, closed).total().inquiries()).isEqualTo(2);
        assertThat(report(before, open, closed).total().inquiries()).isZero();
        assertThat(report(byClosing, open, closed).total().inquiries()).isEqualTo(1);
    }

    @Test
    void givenPeriodThatEndsBeforeItBegins_whenBuilt_thenIsRefused() {
        assertThatThrownBy(() -> ReportQuery.builder()
                        .since(EVENING)
                        .until(EVENING.minusSeconds(1))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("until");
    }

    @Test
    void givenGroupings_whenReported_thenKeysAreAsAsked() {
        HubRecord lone = record(2, "new", DealState.NEW).build();

        assertThat(report(ReportQuery.by(Grouping.LOCATION), sale(1), lone).groups())
                .containsOnlyKeys("3301", "");
        assertThat(report(ReportQuery.by(Grouping.CAMPAIGN), sale(1), lone).groups())
                .containsOnlyKeys("620", "");
        assertThat(report(ReportQuery.by(Grouping.MANAGER), sale(1), lone).groups())
                .containsOnlyKeys("7001", "");
        assertThat(report(ReportQuery.by(Grouping.day(ZoneId.of("Europe/Kyiv"))), sale(1), lone)
                        .groups())
                .containsOnlyKeys("2026-03-02");
        assertThat(report(ReportQuery.by(PARITY), sale(1), lone).groups()).containsOnlyKeys("odd", "even");
    }

    @Test
    void givenAdvertisingOfGroups_whenReported_thenEachHasItsReturn() {
        HubReport report = report(
                ReportQuery.builder()
                        .grouping(Grouping.CAMPAIGN)
                        .adSpendOf(Map.of("620", new BigDecimal("10.00")))
                        .build(),
                sale(1),
                record(2, "new", DealState.NEW).build());

        assertThat(report.groups().get("620").roi()).contains(new BigDecimal("3.0000"));
        assertThat(report.groups().get("").roi()).isEmpty();
        assertThat(report.total().adSpend()).contains(new BigDecimal("10.00"));
    }

    @Test
    void givenTable_whenPrinted_thenColumnsStandUnderEachOther() {
        String table = report(ReportQuery.all(), sale(1)).table();

        assertThat(table.lines().limit(4))
                .containsExactly(
                        "Ремонты               orders    volume",
                        "Обращения                  0      0.00",
                        "Оплачен (successful)       1    100.00",
                        "Отказ (unsuccessful)       0      0.00");
    }

    @Test
    void givenAwkwardTexts_whenWrittenAsCsv_thenQuotedNotFormulas() {
        HubRecord record = HubRecord.builder()
                .orderId(1)
                .number("=1+1")
                .location("A \"b\", c")
                .cost(new BigDecimal("-1.50"))
                .build();

        assertThat(CsvFormat.COMMA.line(record))
                .startsWith("1,'=1+1,")
                .contains("\"A \"\"b\"\", c\"", ",-1.50,")
                .endsWith("\r\n");
        assertThatThrownBy(() -> new CsvFormat('"')).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givenRecord_whenWrittenAsJson_thenItIsOneLineThatReadsBack() {
        JsonCodec json = JsonCodec.camelCase();
        byte[] written = json.write(sale(7));

        String line = new String(written, StandardCharsets.UTF_8);

        assertThat(line)
                .contains("\"orderId\":7", "\"createdAt\":\"2026-03-01T22:30:00Z\"", "\"salesVolume\":100.00")
                .doesNotContain("\n", "closedAt");
        assertThat(json.read(JsonType.of(HubRecord.class), written)).isEqualTo(sale(7));
    }
}
