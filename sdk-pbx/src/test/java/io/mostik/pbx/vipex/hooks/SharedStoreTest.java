package io.mostik.pbx.vipex.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.JdbcStateStore;
import io.mostik.core.webhook.WebhookAuthentication;
import io.mostik.core.webhook.WebhookEndpoint;
import io.mostik.core.webhook.WebhookReply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
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
    private final List<CallUpdate> updates = Collections.synchronizedList(new ArrayList<>());
    private final List<WebhookEndpoint> nodes = List.of(node(database), node(database));

    @AfterEach
    void close() {
        threads.shutdownNow();
        database.dispose();
    }

    @Test
    void givenTwoHundredParallelDuplicatesAtTwoNodes_whenThePbxRepeats_thenTheCallIsDeliveredOnce() throws Exception {
        List<WebhookEndpoint> waiting = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            waiting.addAll(nodes);
        }

        while (!waiting.isEmpty()) {
            waiting = refused(waiting);
        }

        assertThat(updates).hasSize(1);
    }

    @Test
    void givenCallBeingHandledAtOneNode_whenAnotherGetsItToo_thenThatOneAsksToSendAgain() {
        List<Integer> answers = new ArrayList<>();
        WebhookEndpoint busy = hook(JdbcStateStore.create(database), update -> {
            updates.add(update);
            answers.add(nodes.get(0).handle(Requests.json("", OVER)).status());
        });

        answers.add(busy.handle(Requests.json("", OVER)).status());
        answers.add(nodes.get(0).handle(Requests.json("", OVER)).status());

        assertThat(answers).containsExactly(500, 200, 200);
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

            CallUpdate last = updates.get(updates.size() - 1);
            assertThat(last.call().recording()).isPresent();
            assertThat(updates).hasSizeLessThanOrEqualTo(4).doesNotHaveDuplicates();
        }
    }

    @Test
    void givenNodeThatStartsAgain_whenTheCallIsPushedAgain_thenItIsKnown() {
        node(database).handle(Requests.json("", OVER));

        WebhookReply reply = node(database).handle(Requests.json("", OVER));

        assertThat(reply).isEqualTo(WebhookReply.ok());
        assertThat(updates).hasSize(1);
        assertThat(JdbcStateStore.create(database).stream(""))
                .singleElement()
                .satisfies(entry -> assertThat(entry.key() + entry.value()).doesNotContain("36301112233"));
    }

    @Test
    void givenDatabaseThatIsDown_whenReceiving_thenAsksToSendAgainAndDeliversThen() {
        AtomicBoolean down = new AtomicBoolean();
        WebhookEndpoint hook = node(Breaking.dataSource(database, down));
        down.set(true);

        int first = hook.handle(Requests.json("", OVER)).status();
        down.set(false);
        int second = hook.handle(Requests.json("", OVER)).status();

        assertThat(List.of(first, second)).containsExactly(500, 200);
        assertThat(updates).hasSize(1);
    }

    /** Pushes the same to each node at once, and returns those that ask to send again. */
    private List<WebhookEndpoint> refused(List<WebhookEndpoint> pushedTo) throws Exception {
        List<Callable<Integer>> pushes = new ArrayList<>();
        pushedTo.forEach(
                node -> pushes.add(() -> node.handle(Requests.json("", OVER)).status()));
        List<WebhookEndpoint> refused = new ArrayList<>();
        List<Future<Integer>> statuses = threads.invokeAll(pushes);
        for (int i = 0; i < statuses.size(); i++) {
            int status = statuses.get(i).get();
            assertThat(status).isIn(200, 500);
            if (status == 500) {
                refused.add(pushedTo.get(i));
            }
        }
        return refused;
    }

    private WebhookEndpoint node(DataSource source) {
        return hook(JdbcStateStore.create(source), updates::add);
    }

    private static WebhookEndpoint hook(JdbcStateStore store, Consumer<CallUpdate> handler) {
        return CallHooks.builder()
                .authentication(WebhookAuthentication.none())
                .store(store)
                .build()
                .onCallData(handler);
    }
}
