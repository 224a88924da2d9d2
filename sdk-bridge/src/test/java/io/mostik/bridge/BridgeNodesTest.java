package io.mostik.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.intent.Acceptance;
import io.mostik.bridge.intent.Intent;
import io.mostik.bridge.intent.IntentKey;
import io.mostik.bridge.intent.IntentRequest;
import io.mostik.bridge.intent.IntentState;
import io.mostik.core.StateStoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class BridgeNodesTest {

    private static final int CALLERS = 8;
    private static final Duration LONG = Duration.ofSeconds(60);

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

    @AfterEach
    void close() throws Exception {
        callers.shutdownNow();
        for (int i = opened.size() - 1; i >= 0; i--) {
            opened.get(i).close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void givenOneDocument_whenEightThreadsSendIt_thenOneIntentIsCarriedOutOnce(String database) throws Exception {
        TestAction action = TestAction.of(call -> ActionResult.done("done"));
        Bridge bridge = start(pool(database), "north", action);

        for (int round = 0; round < 20; round++) {
            IntentRequest request = request("zup", "d-" + round, "7");
            List<Acceptance> all = atOnce(() -> bridge.intents().accept(request));

            assertThat(all).extracting(Acceptance::earlier).containsOnlyOnce(false);
            assertThat(all.stream().map(one -> one.intent().id()).distinct()).hasSize(1);
            Intent end = bridge.intents().await(all.get(0).intent().id(), LONG);
            assertThat(end.state()).isEqualTo(IntentState.DONE);
        }
        assertThat(action.calls()).hasSize(20);
    }

    @Test
    void givenTwoNodes_whenBothAreSentTo_thenEachIntentHappensOnceAndEventsAreInOrder() throws Exception {
        OnceVendor vendor = new OnceVendor();
        JdbcConnectionPool pool = pool("PostgreSQL");
        List<Bridge> nodes = List.of(node(pool, "north", vendor), node(pool, "south", vendor));

        List<List<Intent>> sent = new ArrayList<>();
        for (int round = 0; round < 10; round++) {
            int from = round * CALLERS;
            List<Callable<Intent>> calls = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                int number = from + i;
                calls.add(() -> nodes.get(number % 2)
                        .intents()
                        .accept(request("zup", "d-" + number, Integer.toString(number % 5)))
                        .intent());
            }
            sent.add(atOnce(calls));
        }
        for (Intent intent : sent.stream().flatMap(List::stream).toList()) {
            assertThat(nodes.get(0).intents().await(intent.id(), LONG).state()).isEqualTo(IntentState.DONE);
        }

        List<Intent> told = nodes.get(1).intents().events("zup", 0, 1_000);
        assertThat(vendor.books())
                .hasSize(10 * CALLERS)
                .allSatisfy((document, times) -> assertThat(times).isEqualTo(1));
        assertThat(told).hasSize(10 * CALLERS).isSortedAccordingTo(Comparator.comparingLong(Intent::event));
        assertThat(told.get(told.size() - 1).event() - told.get(0).event()).isEqualTo(10 * CALLERS - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void givenHeldSending_whenReleased_thenOnlyThenSends(String database) {
        JdbcConnectionPool pool = pool(database);
        TestAction action = TestAction.of(call -> ActionResult.done("done"));
        Bridge before = Bridge.builder(pool).actions(context -> List.of(action)).build();
        before.hold("O. Ivanova", "restored from yesterday");
        Bridge bridge = start(pool, "north", action);
        Intent intent = bridge.intents().accept(request("zup", "d-1", "7")).intent();

        assertThat(bridge.intents().await(intent.id(), Duration.ofSeconds(2)).state())
                .isEqualTo(IntentState.ACCEPTED);
        bridge.release("O. Ivanova", "nothing was sent since");

        assertThat(bridge.intents().await(intent.id(), LONG).state()).isEqualTo(IntentState.DONE);
        assertThat(bridge.decisions().list(0, 10)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void givenHoldElsewhere_whenTheHeartComes_thenIsFollowed(String database) {
        JdbcConnectionPool pool = pool(database);
        TestAction action = TestAction.of(call -> ActionResult.done("done"));
        Bridge elsewhere = Bridge.builder(pool)
                .node("south")
                .actions(context -> List.of(action))
                .build();
        Bridge bridge = Bridge.builder(pool)
                .node("north")
                .heartbeat(Duration.ofMillis(100))
                .actions(context -> List.of(action))
                .build()
                .start();
        opened.add(bridge);

        elsewhere.hold("O. Ivanova", "the bank says so");
        Intent waiting = firstThatWaits(bridge);
        elsewhere.release("O. Ivanova", "the bank is well again");

        assertThat(bridge.intents().await(waiting.id(), LONG).state()).isEqualTo(IntentState.DONE);
    }

    @Test
    void givenNodes_whenListed_thenThoseThatLiveAreSeen() {
        JdbcConnectionPool pool = pool("PostgreSQL");
        TestAction action = TestAction.of(call -> ActionResult.done("done"));
        Bridge north = start(pool, "north", action);
        try (Bridge south = offBy(pool, "south", 1, action).start()) {
            assertThat(north.nodes()).extracting(NodeSeen::name).containsExactly("north", "south");
            assertThat(south.nodes().get(1).ahead()).isBetween(Duration.ofMillis(500), Duration.ofMillis(1_500));
        }

        assertThat(north.nodes()).extracting(NodeSeen::name).containsExactly("north");
    }

    private static Intent firstThatWaits(Bridge bridge) {
        Intent last;
        int number = 0;
        do {
            number++;
            Intent asked =
                    bridge.intents().accept(request("zup", "d-" + number, "7")).intent();
            last = bridge.intents().await(asked.id(), Duration.ofMillis(300));
        } while (last.state().isEnd());
        return last;
    }

    @Test
    void givenTwoNodes_whenAJobIsRegisteredOnBoth_thenOneAtATimeDoesIt() throws Exception {
        JdbcConnectionPool pool = pool("PostgreSQL");
        CountDownLatch runs = new CountDownLatch(6);
        Bridge north = start(pool, "north", TestAction.of(call -> ActionResult.done("done")));
        Bridge south = start(pool, "south", TestAction.of(call -> ActionResult.done("done")));
        for (Bridge node : List.of(north, south)) {
            node.every("count", Duration.ofMillis(50), runs::countDown);
        }

        assertThat(runs.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void givenH2_whenASecondBridgeStarts_thenIsRefused() {
        JdbcConnectionPool pool = pool("H2");
        TestAction action = TestAction.of(call -> ActionResult.done("done"));
        Bridge unused = start(pool, "north", action);
        Bridge second = Bridge.builder(pool).node("south").build();

        assertThatThrownBy(second::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PostgreSQL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void givenClockOneSecondOff_whenStarted_thenTheNodeWorks(String database) {
        JdbcConnectionPool pool = pool(database);
        for (int seconds : new int[] {-1, 1}) {
            TestAction action = TestAction.of(call -> ActionResult.done("done"));
            try (Bridge bridge = offBy(pool, seconds, action).start()) {
                Intent intent = bridge.intents()
                        .accept(request("zup", "d" + seconds, "7"))
                        .intent();
                assertThat(bridge.intents().await(intent.id(), LONG).state()).isEqualTo(IntentState.DONE);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "H2, 5, ahead of the database",
        "H2, -5, behind the database",
        "PostgreSQL, 5, ahead of the database",
        "PostgreSQL, -5, behind the database",
    })
    void givenClockFiveSecondsOff_whenStarted_thenDoesNotJoin(String database, int seconds, String reason) {
        JdbcConnectionPool pool = pool(database);
        TestAction action = TestAction.of(call -> ActionResult.done("done"));
        Bridge off = offBy(pool, seconds, action);
        Intent intent = off.intents().accept(request("zup", "d-1", "7")).intent();

        assertThatThrownBy(off::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(reason)
                .hasMessageContaining("may be 2 s off");
        off.close();

        assertThat(action.calls()).isEmpty();
        Bridge right = start(pool, "south", action);
        assertThat(right.intents().await(intent.id(), LONG).state()).isEqualTo(IntentState.DONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";MODE=MySQL", ";MODE=Oracle"})
    void givenH2InAnotherMode_whenOpened_thenIsRefusedByName(String mode) {
        JdbcConnectionPool pool = new BridgeStore("jdbc:h2:mem:" + mode, "", "").pool();
        opened.add(pool::dispose);

        assertThatThrownBy(() -> Bridge.builder(pool).build())
                .isInstanceOf(StateStoreException.class)
                .hasMessageContaining("MODE=PostgreSQL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void givenTablesOfANewerRelease_whenOpened_thenAreRefused(String database) {
        JdbcConnectionPool pool = pool(database);
        Bridge unused = Bridge.builder(pool).build();
        String journal = unused.intents().journal();
        assertThat(Bridge.builder(pool).build().intents().journal()).isEqualTo(journal);
        BridgeStore.execute(pool, "update mb_schema_version set version = 99");

        assertThatThrownBy(() -> Bridge.builder(pool).build())
                .isInstanceOf(StateStoreException.class)
                .hasMessageContaining("newer release");
    }

    private JdbcConnectionPool pool(String database) {
        JdbcConnectionPool pool = BridgeStore.named(database).pool();
        opened.add(pool::dispose);
        return pool;
    }

    private Bridge start(JdbcConnectionPool pool, String name, TestAction action) {
        Bridge bridge = Bridge.builder(pool)
                .node(name)
                .actions(context -> List.of(action))
                .build()
                .start();
        opened.add(bridge);
        return bridge;
    }

    private static Bridge offBy(JdbcConnectionPool pool, int seconds, TestAction action) {
        return offBy(pool, "north", seconds, action);
    }

    private static Bridge offBy(JdbcConnectionPool pool, String name, int seconds, TestAction action) {
        return Bridge.builder(pool)
                .node(name)
                .machine(new AheadTime(Duration.ofSeconds(seconds)))
                .actions(context -> List.of(action))
                .build();
    }

    private Bridge node(JdbcConnectionPool pool, String name, OnceVendor vendor) {
        Bridge bridge = Bridge.builder(pool)
                .node(name)
                .threads(4)
                .actions(context -> List.of(vendor.action(context.once())))
                .build()
                .start();
        opened.add(bridge);
        return bridge;
    }

    private <T> List<T> atOnce(Callable<T> call) throws Exception {
        return atOnce(Collections.nCopies(CALLERS, call));
    }

    private <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        List<T> results = new ArrayList<>();
        for (Future<T> future : callers.invokeAll(calls)) {
            results.add(future.get());
        }
        return results;
    }

    private static IntentRequest request(String base, String document, String card) {
        return IntentRequest.of(IntentKey.of(base, "test.act", document), "", Fields.of("card", card));
    }
}
