package io.mostik.salesautopilot.subscribers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.DecodingException;
import io.mostik.core.PartialList;
import io.mostik.core.StateStore;
import io.mostik.core.http.CallOptions;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.VendorTest;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.orders.WebshopLine;
import io.mostik.salesautopilot.orders.WebshopOrder;
import io.mostik.salesautopilot.records.ContactRecord;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.workflow.MarketingWorkflows;
import io.mostik.salesautopilot.workflow.PurchaseHistory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnreadableRecordsTest extends VendorTest {

    private static final String ROWS = "[{\"id\":\"1\"},7,{\"email\":\"kata@example.hu\"},{\"id\":\"2\"}]";

    private final List<Integer> told = new ArrayList<>();

    private SalesAutopilot skipping() {
        return sales.with(CallOptions.builder()
                .skippingUnreadable(rows -> told.add(rows.count()))
                .build());
    }

    @Test
    void givenBadRecords_whenSkipping_thenOthersComeAndTheyAreTold() {
        vendor.answers(200, ROWS);

        List<ContactRecord> records = skipping().subscribers(LIST).all();

        assertThat(records).extracting(record -> record.id().value()).containsExactly(1L, 2L);
        assertThat(PartialList.skipped(records)).isEqualTo(2);
        assertThat(told.stream().mapToInt(Integer::intValue).sum()).isEqualTo(2);
    }

    @Test
    void givenBadRecords_whenNotSkipping_thenFails() {
        vendor.answers(200, ROWS);

        assertThatThrownBy(() -> sales.subscribers(LIST).all()).isInstanceOf(DecodingException.class);
    }

    @Test
    void givenWorkflow_whenARecordIsBad_thenFailsBeforeItOrders() {
        vendor.answers(200, "[{\"id\":\"1\",\"shoprenter_id\":\"W-1\"},7]");
        PurchaseHistory history =
                MarketingWorkflows.of(skipping(), StateStore.inMemory()).purchaseHistory(LIST, new FormId(3));

        WebshopOrder order = WebshopOrder.builder()
                .orderId("W-2")
                .fields(RecordFields.builder().email("kata@example.hu").build())
                .currency("HUF")
                .addLines(WebshopLine.builder()
                        .product("MAT")
                        .name("Mat")
                        .quantity(1)
                        .vatPercent(BigDecimal.TEN)
                        .unitPrice(BigDecimal.TEN)
                        .build())
                .build();

        assertThatThrownBy(() -> history.plan(List.of(order))).isInstanceOf(DecodingException.class);
        assertThat(told).isEmpty();
    }

    @Test
    void givenNoReadableRecord_whenSkipping_thenFails() {
        vendor.answers(200, "[7,{}]");

        assertThatThrownBy(() -> skipping().subscribers(LIST).all()).isInstanceOf(DecodingException.class);
    }
}
