package io.mostik.salesautopilot.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.ApiException;
import io.mostik.salesautopilot.SimulatorTest;
import io.mostik.salesautopilot.ids.OrderItemId;
import io.mostik.salesautopilot.ids.ProductId;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.products.NewProduct;
import io.mostik.salesautopilot.records.OrderData;
import io.mostik.salesautopilot.records.OrderItem;
import io.mostik.salesautopilot.records.RecordFields;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders over the catalogue and their lines, over HTTP with the simulator. */
class OrderLinesTest extends SimulatorTest {

    private static final RecordFields KATA =
            RecordFields.builder().email("kata@example.hu").build();

    private ProductId mat;
    private ProductId block;

    @BeforeEach
    void fillCatalogue() {
        mat = product("MAT", "1000");
        block = product("BLOCK", "300");
    }

    @Test
    void givenProducts_whenSavingAnOrder_thenItIsPricedByTheCatalogue() {
        OrderLine cheaper = OrderLine.builder()
                .product(block)
                .quantity(1)
                .unitPrice(new BigDecimal("250"))
                .build();

        RecordId order = place(OrderLine.of(mat, 2), cheaper);

        OrderData data = data(order);
        assertThat(data.netTotal()).contains(new BigDecimal("2250.00"));
        assertThat(data.grossTotal()).contains(new BigDecimal("2857.50"));
        assertThat(data.currency()).contains("HUF");
        assertThat(data.shippingModeId()).hasValue(3341);
        assertThat(vendor.timesFired(ORDER.value())).isEqualTo(1);
    }

    @Test
    void givenOneProductOnTop_whenSavingAnOrder_thenItHasOneLine() {
        OrderPlacement placement = sales.orders(ORDERS)
                .save(ORDER, NewOrder.builder().fields(KATA).product(mat).build());

        RecordId order = ((OrderPlacement.Placed) placement).id().orElseThrow();
        assertThat(data(order).items()).hasSize(1);
        assertThat(data(order).netTotal()).contains(new BigDecimal("1000.00"));
    }

    @Test
    void givenUnknownProduct_whenSavingAnOrder_thenIsRefused() {
        ApiException refusal = catchThrowableOfType(
                ApiException.class,
                () -> sales.orders(ORDERS)
                        .save(
                                ORDER,
                                NewOrder.builder()
                                        .fields(KATA)
                                        .product(ProductId.of(1))
                                        .build()));

        assertThat(refusal.error().status()).isEqualTo(406);
        assertThat(vendor.timesFired(ORDER.value())).isZero();
    }

    @Test
    void givenOrder_whenItsLinesChange_thenTheSumsFollow() {
        RecordId order = place(OrderLine.of(mat, 1));
        OrderLinesApi lines = sales.orderLines(ORDERS);

        assertThat(lines.add(order, List.of(OrderLine.of(block, 2)))).isTrue();
        assertThat(data(order).netTotal()).contains(new BigDecimal("1600.00"));
        assertThat(lines.change(
                        order,
                        List.of(OrderLine.builder().sku("BLOCK").quantity(1).build())))
                .isTrue();
        assertThat(data(order).netTotal()).contains(new BigDecimal("1300.00"));
        OrderItemId item = data(order).items().get(0).id().orElseThrow();
        assertThat(lines.changeItem(item, ItemFields.builder().quantity(3).build()))
                .isTrue();
        assertThat(lines.find(item).flatMap(OrderItem::netSum)).contains(new BigDecimal("3000.00"));
        assertThat(data(order).netTotal()).contains(new BigDecimal("3300.00"));
        assertThat(lines.remove(order, List.of(block))).isTrue();
        assertThat(lines.remove(order, List.of(block))).isFalse();
        assertThat(lines.removeItems(List.of(item))).isEqualTo(1);
        assertThat(lines.removeItems(List.of(item))).isZero();
        assertThat(lines.find(item)).isEmpty();
        assertThat(data(order).netTotal()).contains(new BigDecimal("0.00"));
    }

    @Test
    void givenShopOrder_whenItsLinesChange_thenItIsFoundByItsNumber() {
        sales.orders(ORDERS).process(ORDER, webshopOrder("W-1", KATA));
        RecordId order = sales.orders(ORDERS).findByShopOrderId("W-1").get(0).id();
        OrderLinesApi lines = sales.orderLines(ORDERS);

        assertThat(lines.changeByShopOrder(
                        "W-1",
                        List.of(OrderLine.builder().sku("MAT").quantity(4).build())))
                .isTrue();
        assertThat(lines.addItems(
                        order,
                        List.of(ItemFields.builder()
                                .product(block)
                                .name("Block")
                                .unitPrice(new BigDecimal("10"))
                                .quantity(2)
                                .vatPercent(27)
                                .build())))
                .isTrue();

        assertThat(data(order).netTotal()).contains(new BigDecimal("420.00"));
    }

    private RecordId place(OrderLine... lines) {
        OrderPlacement placement = sales.orders(ORDERS)
                .save(
                        ORDER,
                        NewOrder.builder()
                                .fields(KATA)
                                .shippingMethod(3341)
                                .addLines(lines)
                                .build());
        return ((OrderPlacement.Placed) placement).id().orElseThrow();
    }

    private OrderData data(RecordId order) {
        return sales.orders(ORDERS).find(order).orElseThrow().order();
    }

    private ProductId product(String sku, String price) {
        return sales.products()
                .create(NewProduct.builder()
                        .name(sku)
                        .sku(sku)
                        .price(new BigDecimal(price))
                        .vatPercent(new BigDecimal("27"))
                        .currency("HUF")
                        .build());
    }
}
