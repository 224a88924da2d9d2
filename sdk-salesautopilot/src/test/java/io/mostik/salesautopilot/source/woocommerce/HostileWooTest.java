package io.mostik.salesautopilot.source.woocommerce;

import io.mostik.core.Secret;
import io.mostik.core.http.Endpoint;
import io.mostik.core.http.RetryPolicy;
import io.mostik.core.test.HostileAnswersContract;
import io.mostik.core.test.HostileCase;
import io.mostik.core.test.HostileCase.Trait;
import io.mostik.core.test.ManualTime;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.testing.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

class HostileWooTest extends HostileAnswersContract<WooCommerce> {

    private static final String ORDER = """
        {"id":20931,"number":"20931","status":"processing","currency":"HUF","prices_include_tax":true,
        "date_created_gmt":"2026-09-04T08:11:12","date_modified_gmt":"2026-09-04T08:20:00",
        "total":"25400","total_tax":"5400","shipping_total":"0","discount_total":"0","customer_id":0,
        "billing":{"first_name":"Anna","last_name":"Minta","email":"v@example.test","phone":""},
        "line_items":[{"id":301,"product_id":12,"name":"Tea","quantity":2,"subtotal":"20000.00","total":"20000.00",
        "total_tax":"5400.00","taxes":[{"id":1,"total":"5400","subtotal":"5400"}],"sku":"TEA-1","price":10000}],
        "fee_lines":[],"refunds":[{"id":20940,"reason":"","total":"-1000"}]}\
        """;

    HostileWooTest() {
        super("WooCommerce", SalesAutopilot.class);
    }

    @Override
    protected Stream<HostileCase<WooCommerce>> cases() {
        HostileCase<WooCommerce> list =
                HostileCase.of("woocommerce.orders", "[" + ORDER + "]", HostileWooTest::changed);
        Answer counted = list.answer().with("X-WP-Total", "1");
        return Stream.of(
                HostileCase.of(
                        "woocommerce.order",
                        ORDER,
                        client -> taken(client.find(20_931).orElseThrow())),
                new HostileCase<>(list.operation(), counted, list.call(), Optional.of(""), Set.of(Trait.ALWAYS_WHOLE)));
    }

    private static Object changed(WooCommerce client) {
        return client.changed(Instant.EPOCH, Instant.parse("2026-09-05T00:00:00Z")).stream()
                .map(HostileWooTest::taken)
                .toList();
    }

    /** Everything that the source takes from an order. */
    private static Object taken(WooOrder order) {
        return List.of(
                order.id(),
                order.status(),
                order.modified(),
                order.refunded(),
                order.webshopOrder(),
                order.webshopOrder().fields().toMap());
    }

    @Override
    protected Map<String, String> elsewhere() {
        return Map.of();
    }

    @Override
    protected boolean isOurs(Endpoint<?> endpoint) {
        return endpoint.operation().startsWith("woocommerce.");
    }

    @Override
    protected WooCommerce connect(String uri) {
        return WooCommerce.builder()
                .keyPair("ck_1", Secret.of("cs_1"))
                .shop(uri)
                .http(http -> http.time(new ManualTime()).retry(RetryPolicy.none()))
                .build();
    }

    @Override
    protected Answer error() {
        return Answer.json(
                400, Map.of("code", "rest_invalid_param", "message", "Refused", "data", Map.of("status", 400)));
    }
}
