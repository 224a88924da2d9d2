package io.mostik.pbx.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.JdbcStateStore;
import io.mostik.core.json.Json;
import io.mostik.core.webhook.WebhookAuthentication;
import io.mostik.core.webhook.WebhookEndpoint;
import io.mostik.core.webhook.WebhookReply;
import io.mostik.pbx.CallRecord;
import io.mostik.pbx.PhoneNumber;
import io.mostik.pbx.webhooks.Breaking;
import io.mostik.pbx.webhooks.PbxWebhooks;
import io.mostik.pbx.webhooks.Requests;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Seen calls in a database that several nodes share. */
@Timeout(60)
class SharedStoreTest {

    private static final String RINGING = "{\"id\":\"c-1\",\"caller\":\"36301112233\",\"called\":\"102\"}";
    private static final String TALKING =
            "{\"id\":\"c-1\",\"caller\":\"36301112233\",\"called\":\"102\",\"answer\":\"2026-03-02 10:15:12\"}";
    private static final String OVER = "{\"id\":\"c-1\",\"caller\":\"36301112233\",\"called\":\"102\","
            + "\"answer\":\"2026-03-02 10:15:12\",\"end\":\"2026-03-02 10:18:05\",\"status\":\"answered\"}";
    private static final String RECORDED = OVER.replace("}", ",\"recording_id\":\"r\"}");

    private final ExecutorService threads = Executors.newFixedThreadPool(32);
    private final JdbcConnectionPool database =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "", "");
    private final List<CallNews> updates = Collections.synchronizedList(new ArrayList<>());
    private final List<WebhookEndpoint> nodes = List.of(node(database), node(database));

    @AfterEach
    void close() {
        threads.shutdownNow();
        database.dispose();
    }

    @Test
    void givenParallelDuplicates_whenTwoNodesTakeThem_thenOnce() throws Exception {
        List<Callable<Integer>> pushes = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            nodes.forEach(node ->
                    pushes.add(() -> node.handle(Requests.json("", OVER)).status()));
        }

        for (Future<Integer> status : threads.invokeAll(pushes)) {
            assertThat(status.get()).isEqualTo(200);
        }

        assertThat(updates).hasSize(1);
    }

    @Test
    void givenAnyOrderAtTwoNodes_whenReceiving_thenEndsWithTheSame() {
        Random random = new Random(20260302);
        for (int round = 0; round < 50; round++) {
            updates.clear();
            String id = "c-" + round;
            List<String> messages = new ArrayList<>(List.of(RINGING, TALKING, OVER, RECORDED, OVER, RINGING));
            Collections.shuffle(messages, random);

            for (String message : messages) {
                nodes.get(random.nextInt(2)).handle(Requests.json("", message.replace("c-1", id)));
            }

            CallNews last = updates.get(updates.size() - 1);
            assertThat(last.call().recording()).isPresent();
            assertThat(updates).hasSizeLessThanOrEqualTo(4).doesNotHaveDuplicates();
        }
    }

    @Test
    void givenNodeThatStartsAgain_whenCallIsPushedAgain_thenItIsKnown() {
        node(database).handle(Requests.json("", OVER));

        WebhookReply reply = node(database).handle(Requests.json("", OVER));

        assertThat(reply).isEqualTo(WebhookReply.ok());
        assertThat(updates).hasSize(1);
        assertThat(JdbcStateStore.create(database).stream("")).hasSize(1);
    }

    @Test
    void givenKey_whenCallIsStored_thenNothingPersonalIsInClear() {
        SecretKey key = new SecretKeySpec(new byte[32], "AES");
        CallTracker sealed =
                PbxWorkflows.of(JdbcStateStore.create(database)).calls("pbx").sealedWith(key);
        CallRecord call = CallRecord.builder()
                .callId("c-1")
                .caller(PhoneNumber.of("36301112233"))
                .raw(Json.of(Map.of("caller", "36301112233", "odd", "\ud83d", "huge", new BigDecimal("1e99999999"))))
                .build();

        boolean first = sealed.accept(call, updates::add);
        boolean again = sealed.accept(call, updates::add);

        assertThat(List.of(first, again)).containsExactly(true, false);
        assertThat(JdbcStateStore.create(database).stream(""))
                .allSatisfy(entry -> assertThat(entry.key() + entry.value()).doesNotContain("36301112233"));
    }

    @Test
    void givenDatabaseDown_whenReceiving_thenAsksToSendAgain() {
        AtomicBoolean down = new AtomicBoolean();
        WebhookEndpoint hook = node(Breaking.dataSource(database, down));
        down.set(true);

        int first = hook.handle(Requests.json("", OVER)).status();
        down.set(false);
        int second = hook.handle(Requests.json("", OVER)).status();

        assertThat(List.of(first, second)).containsExactly(500, 200);
        assertThat(updates).hasSize(1);
    }

    private WebhookEndpoint node(DataSource source) {
        return hook(JdbcStateStore.create(source), updates::add);
    }

    private static WebhookEndpoint hook(JdbcStateStore store, Consumer<CallNews> handler) {
        return PbxWebhooks.builder()
                .authentication(WebhookAuthentication.none())
                .build()
                .callData()
                .endpoint(PbxWorkflows.of(store).calls("pbx").handler(handler));
    }
}
