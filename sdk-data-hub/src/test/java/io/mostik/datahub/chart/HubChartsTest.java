package io.mostik.datahub.chart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.datahub.connector.StageMove;
import io.mostik.datahub.report.Grouping;
import io.mostik.datahub.report.HubRecord;
import io.mostik.datahub.report.HubReport;
import io.mostik.datahub.report.ReportQuery;
import io.mostik.datahub.statuses.DealState;
import io.mostik.datahub.statuses.FunnelStage;
import io.mostik.datahub.statuses.StageRole;
import io.mostik.datahub.statuses.StatusMapping;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class HubChartsTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final StatusMapping MAPPING = StatusMapping.builder()
            .funnelName("Repairs")
            .addContainers(
                    FunnelStage.of("new", "New <&> \"Обращения\"", "1", "2"),
                    FunnelStage.of("work", "In work", "3"),
                    FunnelStage.of("paid", "Paid", StageRole.SUCCESSFUL, "4"))
            .build();

    private static HubRecord order(long id, String stage, DealState state, String volume, String cost) {
        return HubRecord.builder()
                .orderId(id)
                .createdAt(MONDAY.plus(Duration.ofDays(id * 4)))
                .containerKey(stage)
                .state(state)
                .manager(id % 2 == 0 ? "Olga" : "Pavel")
                .salesVolume(new BigDecimal(volume))
                .cost(new BigDecimal(cost))
                .build();
    }

    private static final List<HubRecord> ORDERS = List.of(
            order(0, "new", DealState.NEW, "10.00", "1.00"),
            order(1, "paid", DealState.SUCCESSFUL, "100.00", "140.00"),
            order(2, "paid", DealState.SUCCESSFUL, "50.00", "20.00"));

    private static String description(String svg) {
        try {
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg.getBytes(UTF_8)));
            return document.getElementsByTagName("desc").item(0).getTextContent();
        } catch (Exception e) {
            throw new AssertionError(svg, e);
        }
    }

    private static HubReport by(Grouping grouping) {
        return HubReport.of(ORDERS, MAPPING, ReportQuery.by(grouping));
    }

    @Test
    void givenFunnel_whenDrawn_thenStagesAndVolumesAreSaid() {
        String svg = HubCharts.funnel(by(Grouping.NONE).total(), "Repairs\u0000");

        assertThat(description(svg))
                .isEqualTo("New <&> \"Обращения\": 1  ·  10.00; In work: 0  ·  0.00; Paid: 2  ·  150.00");
    }

    @Test
    void givenWeeks_whenConversionIsDrawn_thenEachHasItsPart() {
        String svg = HubCharts.conversion(by(Grouping.week(ZoneOffset.UTC)), "Conversion");

        assertThat(description(svg)).isEqualTo("Conversion - 2026-03-02: 50 %, 2026-03-09: 100 %");
    }

    @Test
    void givenManagers_whenMarginIsDrawn_thenLossesGoLeft() {
        String svg = HubCharts.margin(by(Grouping.MANAGER), "Margin");

        assertThat(description(svg)).isEqualTo("Olga: 30.00  ·  60 %; Pavel: -40.00  ·  -40 %");
        assertThat(svg).contains("#dc2626");
    }

    @Test
    void givenMoves_whenTimesAreDrawn_thenMeansByWeekOfLeaving() {
        StageTimes times = new StageTimes(MAPPING, ZoneOffset.UTC);
        times.add(List.of(move("1", 0), move("2", 1), move("3", 2), move("9", 3), move("3", 4), move("4", 8)));
        times.add(List.of(move("1", 0), move("3", 4)));

        assertThat(times.days())
                .isEqualTo(Map.of(
                        "new", Map.of("2026-03-02", 3.0),
                        "work", Map.of("2026-03-02", 1.0, "2026-03-09", 4.0),
                        "paid", Map.of()));
        assertThat(description(HubCharts.timeInStage(times, MAPPING, "Days")))
                .contains("In work - 2026-03-02: 1, 2026-03-09: 4");
    }

    @Test
    void givenNothing_whenDrawn_thenIsAPicture() {
        HubReport nothing = HubReport.of(List.of(), MAPPING, ReportQuery.by(Grouping.MANAGER));

        assertThat(description(HubCharts.margin(nothing, "Margin"))).isEmpty();
        assertThat(description(HubCharts.conversion(nothing, "Conversion"))).isEqualTo("Conversion - ");
    }

    private static StageMove move(String status, int days) {
        return new StageMove(0, 1, status, MONDAY.plus(Duration.ofDays(days)), true);
    }
}
