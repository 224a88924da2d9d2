package io.mostik.salesautopilot.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.AuthException;
import io.mostik.core.SdkException;
import io.mostik.salesautopilot.SimulatorTest;
import io.mostik.salesautopilot.ids.FieldName;
import io.mostik.salesautopilot.orders.WebshopOrder;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.testing.Answer;
import io.mostik.testing.FaultInjector;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShopHistoryTest extends SimulatorTest {

    private static final RecordFields KATA =
            RecordFields.builder().email("kata@example.hu").build();
    private static final List<WebshopOrder> EXPORT =
            List.of(webshopOrder("W-1", KATA), webshopOrder("W-2", KATA), webshopOrder("W-3", KATA));

    private ShopHistory history;

    @BeforeEach
    void embed() {
        history = new ShopHistory(sales.orders(ORDERS), ORDER, store, "shop");
    }

    @Test
    void givenExportTwice_whenHandingOver_thenTheSecondCostsNothing() {
        HistoryReport first = history.handOver(EXPORT);
        int requests = vendor.journal().all().size();

        HistoryReport second = history.handOver(EXPORT);

        assertThat(first.placed()).isEqualTo(3);
        assertThat(second).isEqualTo(new HistoryReport(0, 3, second.refused()));
        assertThat(vendor.journal().all()).hasSize(requests);
    }

    @ParameterizedTest
    @MethodSource("cutsAtEachRequest")
    void givenCutAnswer_whenRunningAgain_thenEachOrderComesInOnce(Consumer<FaultInjector> cut, int before) {
        spoil(cut, before);

        runOnce();
        calmDown();
        HistoryReport report = history.handOver(EXPORT);

        assertThat(report.placed() + report.alreadyThere()).isEqualTo(3);
        assertThat(report.refused()).isEmpty();
        for (WebshopOrder order : EXPORT) {
            assertThat(vendor.orders(order.orderId())).hasSize(1);
        }
        assertThat(vendor.timesFired(ORDER.value())).isEqualTo(3);
    }

    @Test
    void givenOrderThatTheVendorRefuses_whenHandingOver_thenItIsNotedAndTheOthersComeIn() {
        RecordFields odd = KATA.with(
                RecordFields.builder().set(FieldName.of("no_such_column"), "x").build());

        HistoryReport report = history.handOver(
                List.of(webshopOrder("W-1", KATA), webshopOrder("W-2", odd), webshopOrder("W-3", KATA)));

        assertThat(report.placed()).isEqualTo(2);
        assertThat(report.refused()).containsOnlyKeys("W-2");
        assertThat(report.refused().get("W-2")).contains("406");
    }

    @Test
    void givenVendorThatTakesItWithoutSayingSo_whenHandingOver_thenItIsNotedAndTriedAgainAtOnce() {
        vendor.faults().answer(Answer.text(200, "0")).on("POST", "/processWebshopOrder/{nl}/ns_id/{ns}");

        HistoryReport first = history.handOver(EXPORT);
        HistoryReport second = history.handOver(EXPORT);

        assertThat(first.refused()).containsOnlyKeys("W-1");
        assertThat(second.placed()).isEqualTo(1);
        assertThat(second.alreadyThere()).isEqualTo(2);
    }

    @Test
    void givenWrongKey_whenHandingOver_thenFailsAtOnce() {
        vendor.credentials("key", "another");

        assertThatThrownBy(() -> history.handOver(EXPORT)).isInstanceOf(AuthException.class);

        assertThat(vendor.journal().all()).hasSize(1);
    }

    @Test
    void givenVeryLongOrderNumbers_whenHandingOver_thenTheyAreToldApart() {
        String many = "9".repeat(300);

        HistoryReport report =
                history.handOver(List.of(webshopOrder(many + "1", KATA), webshopOrder(many + "2", KATA)));

        assertThat(report.placed()).isEqualTo(2);
    }

    private void runOnce() {
        try {
            history.handOver(EXPORT);
        } catch (SdkException e) {
            assertThat(e.operation()).isIn("orders.process", "subscribers.findBy");
        }
    }
}
