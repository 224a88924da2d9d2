package io.mostik.pbx.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.mostik.core.StateStore;
import io.mostik.core.json.Json;
import io.mostik.core.webhook.WebhookAuthentication;
import io.mostik.core.webhook.WebhookEndpoint;
import io.mostik.core.webhook.WebhookHttpHandler;
import io.mostik.pbx.CallOutcome;
import io.mostik.pbx.CallPhase;
import io.mostik.pbx.CallRecord;
import io.mostik.pbx.webhooks.PbxWebhooks;
import io.mostik.pbx.workflow.CallTracker;
import io.mostik.pbx.workflow.PbxWorkflows;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One story for each call, out of the bodies that vendors send: in every order, with each push twice, over one to three nodes.
 * {@code -Dmostik.wire.each} says how many calls of each vendor (20 in full), {@code -Dmostik.wire.shuffles} how many orders of
 * each call (0 for all, which is in full), {@code -Dmostik.wire.orders} how many random orders go over HTTP (10,000 in full),
 * {@code -Dmostik.wire.seed} which.
 */
class WireOrderTest {

    private static final int EACH = Integer.getInteger("mostik.wire.each", 1);
    private static final int SHUFFLES = Integer.getInteger("mostik.wire.shuffles", 8);
    private static final int ORDERS = Integer.getInteger("mostik.wire.orders", 16);
    private static final long SEED = Long.getLong("mostik.wire.seed", 20_260_302L);
    private static final Map<String, WireCall> VENDORS = WireCall.all();

    private static final Map<String, PbxWebhooks> RECEIVERS = new ConcurrentHashMap<>();

    private final Random random = new Random(SEED);

    private static PbxWebhooks webhooks(WireCall vendor) {
        return RECEIVERS.computeIfAbsent(vendor.vendor(), name -> {
            PbxConfig config = vendor.config();
            return config.webhooks(PresetsTest.environment(config))
                    .authentication(WebhookAuthentication.none())
                    .build();
        });
    }

    static List<String> vendors() {
        return List.copyOf(VENDORS.keySet());
    }

    /** One store, up to three nodes with receivers of their own, and the stories that were told of it. */
    private static final class Office {

        private final Map<String, CallRecord> stories = new ConcurrentHashMap<>();
        private final List<Function<String, WebhookEndpoint>> nodes = new ArrayList<>();

        Office(PbxWebhooks webhooks, int count) {
            StateStore store = StateStore.inMemory();
            for (int i = 0; i < count; i++) {
                CallTracker tracker = PbxWorkflows.of(store).calls("pbx");
                nodes.add(event -> (event.isEmpty() ? webhooks.callData() : webhooks.callData(event))
                        .endpoint(
                                tracker.handler(news -> stories.put(news.call().key(), news.call()))));
            }
        }

        /** Raw data, and moments of receipt, are those of the order in which pushes came. */
        CallRecord story() {
            assertThat(stories).hasSize(1);
            CallRecord last = stories.values().iterator().next();
            CallRecord.Builder story = CallRecord.builder()
                    .from(last)
                    .raw(Json.of(null))
                    .toldPhase(last.phase())
                    .timesOfReceipt(List.of());
            for (String name : last.timesOfReceipt()) {
                switch (name) {
                    case "startedAt" -> story.startedAt(Optional.empty());
                    case "answeredAt" -> story.answeredAt(Optional.empty());
                    default -> story.endedAt(Optional.empty());
                }
            }
            return story.build();
        }
    }

    private CallRecord told(WireCall vendor, List<WireCall.Push> pushes, int nodes) {
        Office office = new Office(webhooks(vendor), nodes);
        for (WireCall.Push push : pushes) {
            int status = office.nodes
                    .get(random.nextInt(nodes))
                    .apply(push.event())
                    .handle(push.request())
                    .status();
            assertThat(status).as(push.body()).isEqualTo(200);
        }
        return office.story();
    }

    private List<WireCall.Push> pushes(WireCall vendor, int number) {
        return vendor.pushes(number, vendor.config().webhookProfile().values().zone());
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void givenBodiesInAnyOrder_whenReceived_thenOneStory(String name) {
        WireCall vendor = VENDORS.get(name);
        for (int i = 0; i < EACH; i++) {
            List<WireCall.Push> pushes = pushes(vendor, i);
            CallRecord story = told(vendor, pushes, 1);

            assertThat(story.outcome()).isEqualTo(CallOutcome.ANSWERED);
            assertThat(story.phase()).isEqualTo(CallPhase.ENDED);
            assertThat(story.unreadable()).isEmpty();
            assertThat(story.caller()).isNotEqualTo(story.called());
            for (List<WireCall.Push> order : orders(pushes)) {
                assertThat(told(vendor, order, 1))
                        .as("%s of seed %d", order, SEED)
                        .isEqualTo(story);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void givenEachBodyTwice_whenReceived_thenOneStory(String name) {
        WireCall vendor = VENDORS.get(name);
        List<WireCall.Push> pushes = pushes(vendor, 1);
        CallRecord story = told(vendor, pushes, 1);

        for (WireCall.Push twice : pushes) {
            for (int at = 0; at <= pushes.size(); at += SHUFFLES == 0 ? 1 : pushes.size()) {
                List<WireCall.Push> order = new ArrayList<>(pushes);
                order.add(at, twice);
                assertThat(told(vendor, order, 2))
                        .as("%s, again at %d", twice, at)
                        .isEqualTo(story);
            }
        }
    }

    @Test
    void givenRandomOrders_whenSentOverHttp_thenOneStory() throws Exception {
        List<String> names = vendors();
        Map<String, WebhookEndpoint> addresses = new ConcurrentHashMap<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> WebhookHttpHandler.of(
                                addresses.get(exchange.getRequestURI().getPath()))
                        .handle(exchange));
        server.start();
        try {
            HttpClient client = HttpClient.newHttpClient();
            for (int i = 0; i < ORDERS; i++) {
                WireCall vendor = VENDORS.get(names.get(random.nextInt(names.size())));
                List<WireCall.Push> pushes = pushes(vendor, i);
                Office office = new Office(webhooks(vendor), 1 + random.nextInt(3));
                List<WireCall.Push> order = new ArrayList<>(pushes);
                pushes.stream().filter(push -> random.nextBoolean()).forEach(order::add);
                Collections.shuffle(order, random);
                for (WireCall.Push push : order) {
                    int node = random.nextInt(office.nodes.size());
                    String path = "/" + node + "/" + push.event();
                    addresses.put(path, office.nodes.get(node).apply(push.event()));
                    assertThat(send(client, server.getAddress().getPort(), path, push))
                            .isEqualTo(200);
                }

                assertThat(office.story())
                        .as("order %d of seed %d, %s", i, SEED, vendor.vendor())
                        .isEqualTo(told(vendor, pushes, 1));
            }
        } finally {
            server.stop(0);
        }
        System.out.println("orders of bodies over HTTP: " + ORDERS + ", seed " + SEED);
    }

    private static int send(HttpClient client, int port, String path, WireCall.Push push)
            throws IOException, InterruptedException {
        boolean isQuery = push.kind().equals("query");
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + path + (isQuery ? "?" + push.body() : "")));
        if (!isQuery) {
            request.header("Content-Type", push.contentType()).POST(HttpRequest.BodyPublishers.ofString(push.body()));
        }
        return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    /** All orders, or some of them in which each push is the first and the last one at times. */
    private List<List<WireCall.Push>> orders(List<WireCall.Push> pushes) {
        List<List<WireCall.Push>> orders = new ArrayList<>();
        if (SHUFFLES == 0) {
            permute(new ArrayList<>(), pushes, orders);
            return orders;
        }
        for (int i = 0; i < SHUFFLES; i++) {
            List<WireCall.Push> order = new ArrayList<>(pushes);
            Collections.shuffle(order, random);
            orders.add(order);
        }
        List<WireCall.Push> backwards = new ArrayList<>(pushes);
        Collections.reverse(backwards);
        orders.add(backwards);
        return orders;
    }

    private static void permute(List<WireCall.Push> begun, List<WireCall.Push> left, List<List<WireCall.Push>> orders) {
        if (left.isEmpty()) {
            orders.add(List.copyOf(begun));
            return;
        }
        for (int i = 0; i < left.size(); i++) {
            List<WireCall.Push> rest = new ArrayList<>(left);
            begun.add(rest.remove(i));
            permute(begun, rest, orders);
            begun.remove(begun.size() - 1);
        }
    }
}
