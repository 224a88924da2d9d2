package io.mostik.testing.program;

import static io.mostik.testing.program.Action.with;

import io.mostik.testing.SimulatedClock;
import io.mostik.testing.woocommerce.WooCommerceSimulator;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A WooCommerce shop. */
record WooCommercePlayed(WooCommerceSimulator simulator) implements Played {

    private static final String ORDER = "order";
    private static final Object FIRST = 20_931L;

    WooCommercePlayed(int port, SimulatedClock clock) {
        this(WooCommerceSimulator.start(port, clock));
    }

    @Override
    public Map<String, Object> addresses() {
        return with("base", simulator.uri());
    }

    @Override
    public Map<String, Object> keys() {
        return with("consumerKey", simulator.consumerKey(), "consumerSecret", simulator.consumerSecret());
    }

    @Override
    public List<Action> actions() {
        return List.of(
                Action.seed(
                        "place",
                        "A customer orders one line in forint",
                        with("email", "kata@example.test", "quantity", 2, "net", "7800", "tax", "2106"),
                        ask -> with(
                                ORDER,
                                simulator.place(
                                        ask.text("email"), ask.small("quantity"), ask.text("net"), ask.text("tax")))),
                Action.seed(
                        "change",
                        "Changes one field of an order",
                        with(ORDER, FIRST, "field", "status", "value", "completed"),
                        Action.silent(
                                ask -> simulator.change(ask.number(ORDER), ask.text("field"), ask.node("value")))),
                Action.seed(
                        "refund",
                        "Gives a part back",
                        with(ORDER, FIRST, "amount", "1000"),
                        Action.silent(ask -> simulator.refund(ask.number(ORDER), ask.text("amount")))),
                Action.seed(
                        "trash",
                        "Moves an order to the trash",
                        with(ORDER, FIRST),
                        Action.silent(ask -> simulator.trash(ask.number(ORDER)))),
                Action.hook(
                        "hook",
                        "Saves a webhook for all topics of orders, and pings its address",
                        with("url", "http://127.0.0.1:9000/woocommerce", "secret", "demo-secret"),
                        ask -> simulator.saveWebhook(ask.loopback("url"), ask.text("secret"))),
                Action.event(
                        "deliver",
                        "Delivers what has happened since the last time",
                        with(),
                        ask -> with(
                                "deliveries",
                                simulator.deliver().stream()
                                        .map(Deliveries::row)
                                        .toList())),
                Action.event(
                        "lose-deliveries",
                        "Loses what has happened since the last time",
                        with(),
                        Action.silent(ask -> simulator.loseDeliveries())));
    }

    private Map<String, List<String>> headers() {
        return Map.of("Authorization", List.of(authorization()));
    }

    private String authorization() {
        String pair = simulator.consumerKey() + ":" + simulator.consumerSecret();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Map<String, Object> holds() {
        return with(
                "orders",
                        SimJson.read(simulator
                                .server()
                                .peek("/wp-json/wc/v3/orders?per_page=100", headers())
                                .body()),
                "webhook", List.of(with("on", simulator.isWebhookOn())));
    }

    @Override
    public Sample sample() {
        return new Sample("GET", "/wp-json/wc/v3/orders", Map.of("Authorization", authorization()), "", """
            import io.mostik.core.Secret;
            import io.mostik.salesautopilot.source.woocommerce.WooCommerce;

            try (WooCommerce shop = WooCommerce.builder()
                    .shop("%s")
                    .keyPair("%s", Secret.of("%s"))
                    .build()) {
                System.out.println(shop.find(20931));
            }\
            """.formatted(
                        simulator.uri(), simulator.consumerKey(), simulator.consumerSecret()));
    }
}
