package io.mostik.datahub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import io.mostik.datahub.calc.Calculation;
import io.mostik.datahub.calc.EvaluationError;
import io.mostik.datahub.report.CsvFormat;
import io.mostik.datahub.report.Grouping;
import io.mostik.datahub.report.HubRecord;
import io.mostik.datahub.report.HubReport;
import io.mostik.datahub.report.Metrics;
import io.mostik.datahub.report.ReportQuery;
import io.mostik.datahub.statuses.DealState;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The worked example of the vendor document, over HTTP, to the cent. */
class HubFixtureTest {

    private final HubEnv place = new HubEnv().withExample();

    @AfterEach
    void close() {
        place.close();
    }

    private static HubRecord read(String line) {
        return JsonCodec.camelCase().read(JsonType.of(HubRecord.class), line.getBytes(UTF_8));
    }

    @Test
    void givenExample_whenReported_thenAllMetricsAreThoseOfDocument() {
        place.configured(HubEnv.SETTINGS);

        Metrics metrics = place.hub
                .run()
                .report(ReportQuery.builder().adSpend(new BigDecimal("200.00")).build())
                .total();

        assertThat(metrics.inquiries()).isEqualTo(3);
        assertThat(metrics.leads()).isEqualTo(2);
        assertThat(metrics.sales()).isEqualTo(1);
        assertThat(metrics.lost()).isEqualTo(1);
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
    void givenExample_whenRead_thenLocationsRecordsHaveStates() {
        place.configured(HubEnv.SETTINGS);

        assertThat(place.hub.run())
                .extracting(
                        each -> each.number().orElseThrow(),
                        each -> each.state().orElseThrow(),
                        each -> each.location().orElseThrow(),
                        each -> each.cost().orElseThrow().toPlainString(),
                        each -> each.salesVolume().orElseThrow().toPlainString())
                .containsExactly(
                        tuple("101", DealState.SUCCESSFUL, "Тверь", "400.00", "940.00"),
                        tuple("102", DealState.UNSUCCESSFUL, "Тверь", "0.00", "470.00"),
                        tuple("103", DealState.IN_PROGRESS, "Тверь", "120.00", "282.00"));
    }

    @Test
    void givenExample_whenPrinted_thenTheTableShowsFunnelAndMoney() {
        place.configured(HubEnv.SETTINGS);

        String table = place.hub.run().report(ReportQuery.all()).table();

        assertThat(table.lines().map(line -> line.replaceAll(" +", " ")))
                .containsSequence(
                        "Repairs orders volume",
                        "Inquiries 0 0.00",
                        "Leads 1 282.00",
                        "Paid (successful) 1 940.00",
                        "Refused (unsuccessful) 1 470.00")
                .contains("cost 400.00", "gross profit 540.00", "margin 57.45 %", "conversion 33.33 %");
    }

    @Test
    void givenNoFilter_whenGroupedByLocation_thenEachHasItsMetrics() {
        place.configured(
                HubSettings.builder().from(HubEnv.SETTINGS).filter(List.of()).build());

        HubReport report = place.hub.run().report(ReportQuery.by(Grouping.LOCATION));

        assertThat(report.groups()).containsOnlyKeys("Тверь", "Москва");
        assertThat(report.groups().get("Москва").revenue()).isEqualTo("846.00");
        assertThat(report.total().revenue()).isEqualTo("1786.00");
        assertThat(report.groupTable()).contains("Тверь", "total");
    }

    @Test
    void givenExample_whenWrittenAsLines_thenCsvAndJsonHoldTheSame() throws IOException {
        place.configured(HubEnv.SETTINGS);
        StringBuilder csv = new StringBuilder();
        StringBuilder json = new StringBuilder();

        long written = place.hub.run().writeCsv(csv, CsvFormat.SEMICOLON);
        place.hub.run().writeJsonLines(json);

        assertThat(written).isEqualTo(3);
        assertThat(csv.toString().lines()).hasSize(4).first().asString().startsWith("orderId;number;createdAt");
        assertThat(csv.toString()).contains(";101;", ";Тверь;4;paid;SUCCESSFUL;400.00;940.00;");
        assertThat(json.toString().lines().map(HubFixtureTest::read).map(CsvFormat.SEMICOLON::line))
                .containsExactlyElementsOf(csv.toString()
                        .lines()
                        .skip(1)
                        .map(line -> line + "\r\n")
                        .toList());
    }

    @Test
    void givenExpressionsWithoutLines_whenRun_thenNoLinesAreAskedFor() {
        place.configured(HubSettings.builder()
                .from(HubEnv.SETTINGS)
                .calculation(Calculation.of("", "{order.total}"))
                .build());

        long count =
                place.hub.run().stream().filter(each -> each.cost().isEmpty()).count();

        assertThat(count).isEqualTo(3);
        assertThat(place.vendor.journal().all()).noneMatch(each -> each.path().endsWith("/items"));
    }

    @Test
    void givenSecondRun_whenNothingChanged_thenLinesComeFromMemory() {
        place.vendor.clock().advance(Duration.ofHours(1));
        place.configured(HubEnv.SETTINGS);

        place.hub.run().stream().map(HubRecord::cost).toList();
        long first = items();
        place.hub.run().stream().map(HubRecord::cost).toList();

        assertThat(first).isEqualTo(3);
        assertThat(items()).isEqualTo(3);
    }

    private long items() {
        return place.vendor.journal().all().stream()
                .filter(each -> each.path().endsWith("/items"))
                .count();
    }

    @Test
    void givenBadOrders_whenRun_thenTheOthersAreDelivered() {
        place.vendor.seedOrder(seed -> seed.location(HubEnv.TVER).status(4).set("estimated_price", "100-200"));
        long gone = place.vendor.seedOrder(seed -> seed.location(HubEnv.TVER).status(4));
        place.vendor.faults().answer(404).on("GET", "/v2/orders/" + gone + "/items");
        place.configured(HubSettings.builder()
                .from(HubEnv.SETTINGS)
                .calculation(Calculation.of("{order.cost}", "{order.estimated} / {order.paid}"))
                .build());

        HubRun run = place.hub.run();
        long delivered = run.stream().count();

        assertThat(delivered).isEqualTo(5);
        assertThat(run.tally().count(EvaluationError.NOT_A_NUMBER)).isEqualTo(1);
        assertThat(run.tally().count(EvaluationError.DIVISION_BY_ZERO)).isEqualTo(4);
        assertThat(run.tally().count(EvaluationError.NO_ITEMS)).isEqualTo(1);
        assertThat(run.tally().read()).isEqualTo(5);
    }
}
