package io.mostik.remonline.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.once.Feed;
import io.mostik.core.webhook.WebhookHttpHandler;
import io.mostik.core.webhook.WebhookMonitor;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.remonline.Played;
import io.mostik.remonline.orders.Order;
import io.mostik.remonline.workflow.RemOnlineFeeds;
import io.mostik.testing.HookDelivery;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The vendor switches a webhook off that got no 200 for an hour, and tells nobody. */
class WebhookSilenceTest {

    private static final String SECRET = "demo-webhook-secret-01";
    private static final Duration LIMIT = Duration.ofHours(3);

    @RegisterExtension
    final Played played = new Played();

    private final List<Long> handled = new ArrayList<>();
    private final List<String> alarms = new ArrayList<>();
    private WebhookMonitor monitor;
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        monitor = WebhookMonitor.create(played.time());
        WebhookReceiver<RemOnlineEvent> receiver =
                RemOnlineWebhooks.builder().secret(Secret.of(SECRET)).build().listener(monitor);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/hook",
                WebhookHttpHandler.of(
                        receiver, event -> handled.add(event.objectId().orElseThrow())));
        server.start();
        switchOn(SECRET);
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private void switchOn(String secret) {
        played.vendor()
                .webhook(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook"), secret);
    }

    private void switchOff() {
        played.vendor().webhook(URI.create("http://127.0.0.1:1/nobody"), SECRET);
    }

    /** Somebody works on an order, and its event was sent, if the webhook is on. */
    private long work() {
        long order = played.vendor().seedOrder();
        long next = played.remonline().orders().statuses().get(1).id();
        played.remonline().orders().setStatus(order, next, "");
        List<HookDelivery> sent = played.vendor().deliveries();
        assertThat(sent).isNotEmpty();
        return order;
    }

    private void pass(Duration time) {
        played.vendor().clock().advance(time);
    }

    private boolean look() {
        return monitor.alarm(LIMIT, () -> alarms.add("alarm"));
    }

    @Test
    void givenWebhookSwitchedOff_whenHoursPass_thenAlarmsOnce() {
        long told = work();
        switchOff();
        pass(LIMIT.minusSeconds(1));
        work();
        boolean early = look();
        pass(Duration.ofSeconds(1));

        List<Boolean> due = List.of(look(), look());

        assertThat(early).isFalse();
        assertThat(due).containsExactly(true, false);
        assertThat(handled).containsExactly(told);
    }

    @Test
    void givenAlarm_whenReadingTheFeed_thenNothingIsMissed() {
        StateStore store = StateStore.inMemory(played.time());
        Feed<Order> feed = RemOnlineFeeds.of(played.remonline(), store, played.time())
                .orders("copy")
                .since(played.vendor().clock().now());
        List<Long> copy = new ArrayList<>();
        switchOff();
        List<Long> worked = List.of(work(), work());
        pass(LIMIT);

        monitor.alarm(LIMIT, () -> feed.poll(order -> copy.add(order.id())));

        assertThat(handled).isEmpty();
        assertThat(copy).containsAll(worked);
    }

    @Test
    void givenAlarm_whenSwitchedOnAgain_thenCountsAnew() {
        switchOff();
        pass(LIMIT);
        boolean first = look();
        switchOn(SECRET);
        long told = work();
        pass(LIMIT.minusSeconds(1));
        boolean early = look();
        pass(Duration.ofSeconds(1));

        boolean second = look();

        assertThat(List.of(first, early, second)).containsExactly(true, false, true);
        assertThat(handled).containsExactly(told);
    }

    @Test
    void givenStranger_whenPosting_thenSilenceGoesOn() {
        switchOn("a secret of somebody else");
        pass(LIMIT);
        work();

        boolean alarmed = look();

        assertThat(alarmed).isTrue();
        assertThat(monitor.lastProven()).isEmpty();
        assertThat(handled).isEmpty();
    }
}
