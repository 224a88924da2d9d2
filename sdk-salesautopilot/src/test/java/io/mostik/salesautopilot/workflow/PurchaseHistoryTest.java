package io.mostik.salesautopilot.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mostik.core.AuthException;
import io.mostik.core.Progress;
import io.mostik.salesautopilot.SimulatorTest;
import io.mostik.salesautopilot.ids.FieldName;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.orders.WebshopLine;
import io.mostik.salesautopilot.orders.WebshopOrder;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.records.SystemField;
import io.mostik.salesautopilot.workflow.MarketingRefusedException.Reason;
import io.mostik.testing.Answer;
import io.mostik.testing.FaultInjector;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PurchaseHistoryTest extends SimulatorTest {

    private static final String PROCESS = "/processWebshopOrder/{nl}/ns_id/{ns}";
    private static final RecordFields KATA =
            RecordFields.builder().email("kata@example.hu").build();
    private static final List<WebshopOrder> EXPORT = orders("W-1", "W-2", "W-3");

    private PurchaseHistory history;

    @BeforeEach
    void embed() {
        history = marketing().purchaseHistory(ORDERS, ORDER);
    }

    @Test
    void givenExportTwice_whenImporting_thenTheSecondCostsNothing() {
        HistoryReport first = history.sync(EXPORT);
        int requests = vendor.journal().all().size();

        HistoryReport second = history.sync(EXPORT);

        assertSynced(first, 3, 0);
        assertSynced(second, 0, 3);
        assertThat(vendor.journal().all()).hasSize(requests);
    }

    @ParameterizedTest
    @MethodSource("cutsAtEachRequest")
    void givenCutAnswer_whenRunningAgain_thenEachOrderComesInOnce(Consumer<FaultInjector> cut, int before) {
        spoil(cut, before);

        history.sync(EXPORT);
        calmDown();
        HistoryReport report = history.sync(EXPORT);

        assertThat(report.placed() + report.alreadyThere()).isEqualTo(3);
        assertThat(report.failed()).isEmpty();
        for (WebshopOrder order : EXPORT) {
            assertThat(vendor.orders(order.orderId())).hasSize(1);
        }
        assertThat(vendor.timesFired(ORDER.value())).isEqualTo(3);
    }

    @Test
    void givenLostAnswer_whenImporting_thenTheOthersComeIn() {
        vendor.faults().actThenDrop().on("POST", PROCESS);

        HistoryReport report = history.sync(EXPORT);

        assertThat(report.placed()).isEqualTo(2);
        assertThat(report.complete()).isTrue();
        assertThat(report.failed()).singleElement().satisfies(failed -> {
            assertThat(failed.id()).isEqualTo("W-1");
            assertThat(failed.isUnknown()).isTrue();
        });
    }

    @Test
    void givenOrderInProgress_whenImporting_thenTheOthersComeIn() {
        vendor.faults().dropBeforeActing().on("POST", PROCESS);
        history.sync(EXPORT);

        HistoryReport second = history.sync(EXPORT);

        assertThat(second.alreadyThere()).isEqualTo(2);
        assertThat(second.failed()).extracting(EntryResult::id).containsExactly("W-1");
        assertThat(vendor.orders("W-1")).isEmpty();
    }

    @Test
    void givenRefusedOrder_whenImporting_thenOthersComeIn() {
        RecordFields odd = KATA.with(
                RecordFields.builder().set(FieldName.of("no_such_column"), "x").build());

        HistoryReport report =
                history.sync(List.of(webshopOrder("W-1", KATA), webshopOrder("W-2", odd), webshopOrder("W-3", KATA)));

        assertThat(report.placed()).isEqualTo(2);
        assertThat(report.failed()).singleElement().satisfies(failed -> {
            assertThat(failed.id()).isEqualTo("W-2");
            assertThat(failed.failure().orElseThrow()).hasMessageContaining("406");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"WEB/2026/2", "a\\b", "..", "K*", "P:1%"})
    void givenOddOrderNumber_whenImportingTwice_thenOthersComeOnce(String odd) {
        List<WebshopOrder> export = orders("W-1", odd, "W-3");

        HistoryReport first = history.sync(export);
        history.sync(export);

        assertThat(first.placed()).isGreaterThanOrEqualTo(2);
        assertThat(first.placed() + first.failed().size()).isEqualTo(3);
        assertThat(vendor.timesFired(ORDER.value())).isEqualTo(first.placed());
        assertThat(vendor.orders("W-3")).hasSize(1);
    }

    @Test
    void givenNumberWithSlash_whenAnOrderIsThere_thenIsNotPlacedAgain() {
        vendor.addRecord(ORDERS.value(), Map.of("email", "k@example.hu", "mssys_shoprenter_id", "WEB/2026/2"));

        HistoryReport report = history.sync(orders("WEB/2026/2", "WEB/2026/20", "WEB/2026"));

        assertSynced(report, 2, 1);
        assertThat(vendor.orders("WEB/2026/2")).hasSize(1);
    }

    @Test
    void givenOrderShownWithoutNumber_whenImporting_thenPlacesNone() {
        vendor.faults()
                .answer(Answer.json(200, List.of(Map.of("id", "7"))))
                .on("GET", "/list/{nl}/field/{field}/value/{value}");

        HistoryReport report = history.sync(orders("W-1"));

        assertThat(report.failed()).extracting(EntryResult::id).containsExactly("W-1");
        assertThat(vendor.orders("W-1")).isEmpty();
    }

    @Test
    void givenVendorTakingNothing_whenImporting_thenRepeatsAtOnce() {
        vendor.faults().answer(Answer.text(200, "0")).on("POST", PROCESS);

        HistoryReport first = history.sync(EXPORT);
        HistoryReport second = history.sync(EXPORT);

        assertThat(first.failed()).extracting(EntryResult::id).containsExactly("W-1");
        assertSynced(second, 1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "", "\"\"", "{\"errorCode\":10101,\"errorMessage\":\"x\"}", "Sikertelen: x", "[]"})
    void givenEmptyAnswer_whenImporting_thenNeitherPlacedNorLost(String answer) {
        vendor.faults().answer(Answer.text(200, answer)).on("POST", PROCESS);

        HistoryReport first = history.sync(orders("W-1"));
        calmDown();
        HistoryReport second = history.sync(orders("W-1"));

        assertThat(first.failed()).singleElement().matches(EntryResult::isUnknown);
        assertSynced(second, 1, 0);
        assertThat(vendor.orders("W-1")).hasSize(1);
    }

    @Test
    void givenOddAnswerToTakenOrder_whenRunAgain_thenIsThereOnce() {
        vendor.orderAnswer("{\"errorCode\":10101}");

        HistoryReport first = history.sync(orders("W-1"));
        calmDown();
        HistoryReport second = history.sync(orders("W-1"));

        assertThat(first.failed()).singleElement().matches(EntryResult::isUnknown);
        assertSynced(second, 0, 1);
        assertThat(vendor.orders("W-1")).hasSize(1);
    }

    @Test
    void givenOtherOrderOfOneNumber_whenImporting_thenIsToldApart() {
        history.sync(EXPORT);

        HistoryReport report = history.sync(List.of(webshopOrder(
                "W-1", KATA.with(RecordFields.builder().firstName("Kata").build()))));

        assertThat(report.failed())
                .singleElement()
                .satisfies(failed -> assertThat(failed.reason()).contains(Reason.CHANGED));
    }

    @Test
    void givenNumbersThatDifferInCase_whenImporting_thenAllComeIn() {
        HistoryReport report = history.sync(orders("aB3x", "Ab3X", "K1", "k1", "o1", "ó1"));

        assertSynced(report, 6, 0);
    }

    @Test
    void givenWrongKey_whenImporting_thenStopsAtOnce() {
        vendor.credentials("key", "another");

        HistoryReport report = history.sync(EXPORT);

        assertThat(report.complete()).isFalse();
        assertThat(report.failed())
                .singleElement()
                .satisfies(failed -> assertThat(failed.failure()).containsInstanceOf(AuthException.class));
        assertThat(vendor.journal().all()).hasSize(1);
    }

    @Test
    void givenVeryLongOrderNumbers_whenImporting_thenTheyAreToldApart() {
        String many = "9".repeat(300);

        HistoryReport report = history.sync(orders(many + "1", many + "2"));

        assertThat(report.placed()).isEqualTo(2);
    }

    @Test
    void givenRefundedOrder_whenSyncing_thenFollows() {
        history.sync(EXPORT);
        WebshopOrder refunded = WebshopOrder.builder()
                .from(EXPORT.get(1))
                .fields(KATA.with(
                        RecordFields.builder().set(SystemField.ORDER_STATUS, 3).build()))
                .orderStatusId("refunded")
                .build();
        List<WebshopOrder> export = List.of(EXPORT.get(0), refunded, EXPORT.get(2));

        HistoryReport report = following().sync(export);
        long requests = requests();
        HistoryReport again = following().sync(export);

        assertThat(report.changed()).isEqualTo(1);
        assertThat(report.alreadyThere()).isEqualTo(2);
        assertSynced(again, 0, 3);
        assertThat(requests()).isEqualTo(requests);
        assertThat(vendor.orders("W-2").get(0))
                .containsEntry("mssys_order_status", "3")
                .containsEntry("mssys_webshop_status", "refunded");
        assertThat(vendor.timesFired(ORDER.value())).isEqualTo(3);
    }

    @Test
    void givenOtherLines_whenSyncing_thenTheLinesFollow() {
        WebshopLine mat = shopOrder("W-1").lines().get(0);
        WebshopOrder before = withLines(line(mat, "MAT", 1, "100"), line(mat, "TEA", 2, "50"));
        WebshopOrder after = withLines(line(mat, "MAT", 3, "90"), line(mat, "CUP", 1, "70"));
        history.sync(List.of(before));
        RecordId record = RecordId.of(Long.parseLong(vendor.orders("W-1").get(0).get("id")));

        HistoryReport report = following().sync(List.of(after));

        assertThat(report.changed()).isEqualTo(1);
        assertThat(sales.orders(ORDERS).find(record).orElseThrow().order().items())
                .extracting(
                        item -> item.sku().orElse(""), item -> item.quantity().orElse(0))
                .containsExactlyInAnyOrder(tuple("MAT", 3L), tuple("CUP", 1L));
        assertThat(vendor.orders("W-1").get(0)).containsEntry("mssys_order_netto_sum", "340.00");
    }

    @ParameterizedTest
    @MethodSource("cutsAtEachRequest")
    void givenCutAnswer_whenAnOrderChanges_thenItFollowsOnce(Consumer<FaultInjector> cut, int before) {
        WebshopLine mat = shopOrder("W-1").lines().get(0);
        history.sync(List.of(withLines(line(mat, "MAT", 1, "100"), line(mat, "TEA", 2, "50"))));
        WebshopOrder after = WebshopOrder.builder()
                .from(withLines(line(mat, "MAT", 1, "100"), line(mat, "CUP", 1, "70")))
                .orderStatusId("completed")
                .build();
        spoil(cut, before);

        following().sync(List.of(after));
        calmDown();
        HistoryReport report = following().sync(List.of(after));

        assertThat(report.failed()).isEmpty();
        RecordId record = RecordId.of(Long.parseLong(vendor.orders("W-1").get(0).get("id")));
        assertThat(sales.orders(ORDERS).find(record).orElseThrow().order().items())
                .extracting(item -> item.sku().orElse(""))
                .containsExactlyInAnyOrder("MAT", "CUP");
        assertThat(vendor.orders("W-1").get(0)).containsEntry("mssys_webshop_status", "completed");
        assertThat(vendor.timesFired(SalesAutopilotSimulator.STATUS_FORM)).isEqualTo(1);
    }

    @Test
    void givenBigExport_whenSyncing_thenOneLookUpServesAll() {
        List<WebshopOrder> export = IntStream.range(0, 40)
                .mapToObj(i -> webshopOrder("W-" + i, KATA))
                .toList();
        vendor.addRecord(ORDERS.value(), Map.of("email", "k@example.hu", "mssys_shoprenter_id", "W-7"));

        HistoryPlan plan = history.plan(export);
        long requests = requests();
        HistoryReport report = history.sync(export);

        assertThat(plan.toPlace()).isEqualTo(39);
        assertThat(plan.calls()).isEqualTo(40);
        assertThat(plan.gross()).isZero();
        assertThat(plan.time()).isEqualTo(Duration.ofSeconds(40));
        assertThat(requests() - requests).isEqualTo(plan.calls());
        assertSynced(report, 39, 1);
        assertThat(vendor.orders("W-7")).hasSize(1);
        assertThat(report.orders())
                .allSatisfy(order -> assertThat(order.value().orElseThrow().record())
                        .isEqualTo(RecordId.of(
                                Long.parseLong(vendor.orders(order.id()).get(0).get("id")))));
    }

    @Test
    void givenOrderOfAnotherProgram_whenFollowing_thenIsBroughtInStep() {
        vendor.addRecord(
                ORDERS.value(),
                Map.of("email", "kata@example.hu", "mssys_shoprenter_id", "W-1", "mssys_webshop_status", "new"));
        WebshopOrder shipped = WebshopOrder.builder()
                .from(EXPORT.get(0))
                .orderStatusId("shipped")
                .build();

        HistoryReport report = following().sync(List.of(shipped));

        assertThat(report.changed()).isEqualTo(1);
        assertThat(vendor.orders("W-1"))
                .singleElement()
                .satisfies(order -> assertThat(order).containsEntry("mssys_webshop_status", "shipped"));
    }

    private PurchaseHistory following() {
        return history.following(FormId.of(SalesAutopilotSimulator.STATUS_FORM));
    }

    private long requests() {
        return vendor.journal().all().size();
    }

    private static void assertSynced(HistoryReport report, int placed, int alreadyThere) {
        assertThat(report.failed()).isEmpty();
        assertThat(report.complete()).isTrue();
        assertThat(report.placed()).isEqualTo(placed);
        assertThat(report.changed()).isZero();
        assertThat(report.alreadyThere()).isEqualTo(alreadyThere);
    }

    private static WebshopOrder withLines(WebshopLine... lines) {
        return WebshopOrder.builder()
                .from(shopOrder("W-1"))
                .lines(List.of(lines))
                .build();
    }

    private static WebshopLine line(WebshopLine like, String product, int quantity, String price) {
        return WebshopLine.builder()
                .from(like)
                .product(product)
                .quantity(quantity)
                .unitPrice(new BigDecimal(price))
                .build();
    }

    private static List<WebshopOrder> orders(String... numbers) {
        return Stream.of(numbers).map(number -> webshopOrder(number, KATA)).toList();
    }

    @Test
    void givenListener_whenImporting_thenHearsOfAllOrders() {
        List<Progress> told = new ArrayList<>();

        history.progress(told::add).sync(EXPORT);

        Progress last = told.get(told.size() - 1);
        assertThat(last.ended()).isTrue();
        assertThat(last.done()).isEqualTo(3);
        assertThat(last.total()).hasValue(3);
    }
}
