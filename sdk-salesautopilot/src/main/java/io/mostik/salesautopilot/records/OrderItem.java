package io.mostik.salesautopilot.records;

import io.mostik.core.json.Json;
import io.mostik.salesautopilot.ids.OrderItemId;
import io.mostik.salesautopilot.ids.ProductId;
import io.mostik.salesautopilot.ids.RecordId;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/** One line of an order. Prices are net unless they say otherwise. Immutable. */
public final class OrderItem {

    private final Json json;
    private final Columns columns;

    OrderItem(Json json) {
        this.json = json;
        this.columns = new Columns(json);
    }

    /** Returns the line that this object holds. */
    public static OrderItem of(Json json) {
        return new OrderItem(json);
    }

    /** Returns its id. */
    public Optional<OrderItemId> id() {
        return id("oi_id", OrderItemId::of);
    }

    /** Returns the order it belongs to. */
    public Optional<RecordId> order() {
        return id("nud_id", RecordId::of);
    }

    /** Returns the product. */
    public Optional<ProductId> product() {
        return id("prod_id", ProductId::of);
    }

    /** Returns the article number. */
    public Optional<String> sku() {
        return columns.text("oi_sku");
    }

    /** Returns the name. */
    public Optional<String> name() {
        return columns.text("oi_name");
    }

    /** Returns the net unit price of the line. */
    public Optional<BigDecimal> unitPrice() {
        return columns.decimal("oi_price");
    }

    /** Returns the quantity. */
    public OptionalLong quantity() {
        return columns.whole("oi_quantity");
    }

    /** Returns the net sum. */
    public Optional<BigDecimal> netSum() {
        return columns.decimal("oi_netto_sum");
    }

    /** Returns the gross sum. */
    public Optional<BigDecimal> grossSum() {
        return columns.decimal("oi_brutto_sum");
    }

    /** Returns the VAT in percent. */
    public Optional<BigDecimal> vatPercent() {
        return columns.decimal("oi_vat_percent");
    }

    /** Returns the name of the VAT rate. */
    public Optional<String> vatName() {
        return columns.text("oi_vat_name");
    }

    /** Returns the currency, as ISO 4217. */
    public Optional<String> currency() {
        return columns.text("oi_currency");
    }

    /** Returns the price in the catalogue. */
    public Optional<BigDecimal> cataloguePrice() {
        return columns.decimal("prod_price");
    }

    /** Returns everything as the vendor sent it. */
    public Json raw() {
        return json;
    }

    private <T> Optional<T> id(String column, LongFunction<T> maker) {
        OptionalLong id = columns.whole(column);
        return id.isPresent() && id.getAsLong() > 0 ? Optional.of(maker.apply(id.getAsLong())) : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OrderItem that && json.equals(that.json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    @Override
    public String toString() {
        return "OrderItem[" + id().map(OrderItemId::toString).orElse("new") + "]";
    }
}
