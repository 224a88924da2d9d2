package io.mostik.bridge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.mostik.bridge.Base;
import io.mostik.bridge.Bridge;
import io.mostik.bridge.gateway.FlatCaller.Answer;
import io.mostik.core.Secret;
import io.mostik.core.test.ManualTime;
import io.mostik.core.webhook.WebhookHttpHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A gateway whose time stands, and whose journal can be taken away. */
class GatewayRateTest {

    private final ManualTime time = new ManualTime();
    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1";
    private final JdbcConnectionPool database = JdbcConnectionPool.create(url, "sa", "");
    private final ScriptedActions actions = new ScriptedActions();
    private final Bridge bridge =
            Bridge.builder(database).time(time).actions(actions).build();
    private Optional<HttpServer> server = Optional.empty();

    @BeforeEach
    void start() throws Exception {
        Base base = Base.of("zup", Secret.of(GatewayServer.ZUP), "ru", GatewayServer.MOSCOW);
        HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        started.createContext("/mostik", WebhookHttpHandler.of(Gateway.over(bridge, List.of(base), Optional.empty())));
        started.start();
        server = Optional.of(started);
    }

    @AfterEach
    void stop() {
        server.orElseThrow().stop(0);
        bridge.close();
        database.dispose();
    }

    @Test
    void givenTwentyRequestsInASecond_whenAskedMore_then429AndUnknown() throws Exception {
        FlatCaller zup = caller();
        for (int i = 0; i < 20; i++) {
            assertThat(zup.get("events").status()).isEqualTo(200);
        }

        Answer refused = zup.get("events");
        time.advance(Duration.ofMillis(50));
        Answer later = zup.get("events");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("code")).isEqualTo("too_many_requests");
        assertThat(refused.text("happened")).isEqualTo("unknown");
        assertThat(refused.text("next_step")).isEqualTo("ask_again");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(later.status()).isEqualTo(200);
    }

    @Test
    void givenJournalGone_whenAsked_then503AndAskAgain() throws Exception {
        FlatCaller zup = caller();
        assertThat(zup.post("v1/actions/test.note?wait=0", "{'document':'A','order':'1','sum':5}")
                        .status())
                .isEqualTo(202);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter table mb_intent rename to mb_intent_gone");
        }

        Answer gone = zup.post("v1/actions/test.note?wait=0", "{'document':'A','order':'1','sum':5}");

        assertThat(gone.status()).as(gone.raw()).isEqualTo(503);
        assertThat(gone.text("code")).isEqualTo("journal_down");
        assertThat(gone.text("happened")).isEqualTo("unknown");
        assertThat(gone.text("next_step")).isEqualTo("ask_again");
        assertThat(gone.header("Retry-After")).isEqualTo("10");
        assertThat(gone.text("message")).contains("с тем же документом");
    }

    private FlatCaller caller() {
        return new FlatCaller(
                URI.create(
                        "http://127.0.0.1:" + server.orElseThrow().getAddress().getPort() + "/mostik/"),
                GatewayServer.ZUP);
    }
}
