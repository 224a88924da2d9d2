package io.mostik.salesautopilot.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.salesautopilot.SimulatorTest;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.orders.OrderRef;
import io.mostik.salesautopilot.orders.WebshopOrder;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.records.SystemField;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever has left stays so, whatever columns a website or a shop sends: only a consent makes a record active. */
class ActiveColumnTest extends SimulatorTest {

    private static final FormId STATUS = FormId.of(SalesAutopilotSimulator.STATUS_FORM);
    private static final long DOUBLE_OPT_IN = 20_790;
    private static final RecordFields KATA = RecordFields.builder()
            .email("kata@example.hu")
            .firstName("Kata")
            .set(SystemField.ACTIVE, true)
            .build();

    @BeforeEach
    void embed() {
        vendor.addDoubleOptInForm(NEWSLETTER.value(), DOUBLE_OPT_IN, "Megerősítéssel");
    }

    private RecordId left(ListId list, Map<String, String> values) {
        long id = vendor.addRecord(list.value(), values);
        vendor.leave(list.value(), id);
        return RecordId.of(id);
    }

    private Map<String, String> record(ListId list, RecordId id) {
        return vendor.record(list.value(), id.value()).orElseThrow();
    }

    @Test
    void givenSomebodyWhoLeft_whenUpserting_thenStaysSo() {
        RecordId id = left(NEWSLETTER, Map.of("email", "kata@example.hu"));

        Contact signedUp = marketing().contacts(NEWSLETTER, UPDATE).subscribeOrUpdate(SIGN_UP, KATA);
        Contact updated =
                marketing().contacts(NEWSLETTER, UPDATE).updateIfThere(KATA).orElseThrow();

        assertThat(List.of(signedUp.state(), updated.state())).containsOnly(ConsentState.LEFT);
        assertThat(record(NEWSLETTER, id)).containsEntry("active", "0").containsEntry("mssys_firstname", "Kata");
    }

    @Test
    void givenDoubleOptIn_whenSigningUp_thenWaitsForTheClick() {
        Contact upserted = marketing().contacts(NEWSLETTER, UPDATE).subscribeOrUpdate(FormId.of(DOUBLE_OPT_IN), KATA);
        SiteUser user = SiteUser.of("u-1", KATA);

        assertThat(record(NEWSLETTER, upserted.id())).containsEntry("active", "0");
        assertThat(user.fields().text(SystemField.ACTIVE)).isEmpty();
    }

    @Test
    void givenBuyerWhoLeft_whenOrderIsPaid_thenStaysSo() {
        RecordId id = left(ORDERS, Map.of("email", "kata@example.hu", "mssys_shoprenter_id", "W-1"));

        marketing().orders(ORDERS).markPaid(PAID, OrderRef.shopOrder("W-1"), LocalDate.of(2026, 3, 14), KATA);

        assertThat(record(ORDERS, id)).containsEntry("active", "0").containsEntry("mssys_order_status", "2");
    }

    @Test
    void givenBuyerWhoLeft_whenOrderChanges_thenStaysSo() {
        PurchaseHistory history = marketing().purchaseHistory(ORDERS, ORDER).following(STATUS);
        WebshopOrder order = webshopOrder("W-1", KATA);
        history.sync(List.of(order));
        RecordId id = RecordId.of(Long.parseLong(vendor.orders("W-1").get(0).get("id")));
        vendor.leave(ORDERS.value(), id.value());

        history.sync(List.of(
                WebshopOrder.builder().from(order).orderStatusId("shipped").build()));

        assertThat(record(ORDERS, id)).containsEntry("active", "0").containsEntry("mssys_webshop_status", "shipped");
    }
}
