package io.mostik.bridge.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.bridge.Bridge;
import io.mostik.bridge.BridgeStore;
import io.mostik.bridge.Fields;
import io.mostik.bridge.TestAction;
import io.mostik.bridge.action.ActionResult;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstStepsTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final TestAction action = TestAction.of(call ->
            ActionResult.done("limit_set", Fields.of("limit", call.fields().text("sum"))));
    private JdbcConnectionPool pool = BridgeStore.h2().pool();
    private Bridge bridge = bridge();

    @AfterEach
    void close() {
        bridge.close();
        pool.dispose();
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void givenRequest_whenAccepted_thenIsCarriedOutAndTold(String database) {
        open(database);
        bridge.start();

        Acceptance acceptance = bridge.intents().accept(request("d-1", "1450.50"));
        Intent intent = bridge.intents().await(acceptance.intent().id(), LONG);

        assertThat(acceptance.earlier()).isFalse();
        assertThat(intent.state()).isEqualTo(IntentState.DONE);
        assertThat(intent.results()).isEqualTo(Fields.of("limit", "1450.50"));
        assertThat(bridge.intents().events("zup", 0, 10)).extracting(Intent::id).containsExactly(intent.id());
        assertThat(bridge.intents().lastEvent("zup")).isEqualTo(intent.event());
        assertThat(action.calls()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void givenKnownKey_whenAcceptedAgain_thenIsAnsweredFromTheJournal(String database) {
        open(database);
        Intent first = bridge.intents().accept(request("d-1", "10")).intent();

        Acceptance again = bridge.intents().accept(request("d-1", "10"));

        assertThat(again.earlier()).isTrue();
        assertThat(again.intent().id()).isEqualTo(first.id());
        assertThatThrownBy(() -> bridge.intents().accept(request("d-1", "11")))
                .isInstanceOfSatisfying(
                        OtherContentException.class,
                        e -> assertThat(e.first().id()).isEqualTo(first.id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void givenTransactionOfCaller_whenRolledBack_thenNothingWasAccepted(String database) throws Exception {
        open(database);
        bridge.start();
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            bridge.intents().in(connection).accept(request("d-1", "10"));
            connection.rollback();
            Acceptance kept = bridge.intents().in(connection).accept(request("d-2", "10"));
            connection.commit();
            connection.setAutoCommit(true);

            Intent intent = bridge.intents().await(kept.intent().id(), LONG);

            assertThat(intent.state()).isEqualTo(IntentState.DONE);
            assertThat(bridge.intents().list(IntentQuery.all()))
                    .extracting(Intent::id)
                    .isEqualTo(List.of(intent.id()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void givenTransactionOfCaller_whenWithdrawn_thenOnlyItsCommitCounts(String database) throws Exception {
        open(database);
        String id = bridge.intents().accept(request("d-1", "10")).intent().id();
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            boolean first = bridge.intents().in(connection).cancel(id);
            IntentState outside = bridge.intents().find(id).orElseThrow().state();
            connection.rollback();
            IntentState after = bridge.intents().find(id).orElseThrow().state();
            boolean second = bridge.intents().in(connection).cancel(id);
            Acceptance beside = bridge.intents().in(connection).accept(request("d-2", "10"));
            connection.commit();
            connection.setAutoCommit(true);

            assertThat(first).isTrue();
            assertThat(outside).isEqualTo(IntentState.ACCEPTED);
            assertThat(after).isEqualTo(IntentState.ACCEPTED);
            assertThat(second).isTrue();
            assertThat(bridge.intents().find(id).orElseThrow().state()).isEqualTo(IntentState.CANCELLED);
            assertThat(bridge.intents().find(beside.intent().id())).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void givenTransactionOfCaller_whenSettling_thenIsRefused(String database) throws Exception {
        open(database);
        String id = bridge.intents().accept(request("d-1", "10")).intent().id();
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            Intents within = bridge.intents().in(connection);
            Intent woken = within.retry(id, "O. Ivanova", "looked");
            assertThatThrownBy(() -> within.resolve(id, Resolution.notHappened("O. Ivanova", "looked")))
                    .isInstanceOf(IllegalStateException.class);
            connection.rollback();
            connection.setAutoCommit(true);

            assertThat(woken.state()).isEqualTo(IntentState.ACCEPTED);
            assertThat(bridge.decisions().list(0, 10)).isEmpty();
        }
    }

    private void open(String database) {
        pool.dispose();
        pool = BridgeStore.named(database).pool();
        bridge = bridge();
    }

    private Bridge bridge() {
        return Bridge.builder(pool).actions(context -> List.of(action)).build();
    }

    private static IntentRequest request(String document, String sum) {
        return IntentRequest.of(IntentKey.of("zup", "test.act", document), "", Fields.of("sum", sum));
    }
}
