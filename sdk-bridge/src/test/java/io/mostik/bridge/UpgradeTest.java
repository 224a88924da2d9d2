package io.mostik.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.intent.Acceptance;
import io.mostik.bridge.intent.Intent;
import io.mostik.bridge.intent.IntentKey;
import io.mostik.bridge.intent.IntentRequest;
import io.mostik.bridge.intent.IntentState;
import io.mostik.bridge.link.BridgeLinks;
import io.mostik.bridge.link.LinkSet;
import io.mostik.bridge.link.Run;
import io.mostik.bridge.link.RunState;
import io.mostik.bridge.store.BridgeDatabase;
import io.mostik.bridge.text.Sha256;
import io.mostik.bridge.trigger.HookRoutes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of an earlier release, with what it has written, under this one. */
class UpgradeTest {

    private static final long THEN = Instant.now().minus(Duration.ofDays(1)).toEpochMilli();
    private static final String DIGEST = Sha256.hex("\"\"{\"card\":\"7\"}");
    private static final String INTENT = "insert into mb_intent (id, base, document, action, line, digest, connection,"
            + " fields, state, next_step, code, results, subject, holds, event, accepted_at, changed_at, valid_until,"
            + " not_before, tries, begun, begun_at, alarm, version) values ('%s', 'zup', '%s', 'test.act', '', '"
            + DIGEST + "', '', '{\"card\":\"7\"}', '%s', 'WAIT', '%s', '{}', null, true, %d, " + THEN + ", " + THEN
            + ", null, %s, %d, %s, null, 1, 1)";
    private static final String RUN = "insert into mb_run (id, link, event_key, trigger_name, connection, event_id,"
            + " happened_at, received_at, state, code, notes, about, digest, intent, data) values ('%s', 'old-link',"
            + " 'e-1', 'base.signal', '', 'e-1', " + THEN + ", " + THEN + ", 'DEAD', 'link_failed', '', null, 'abc',"
            + " null, '{\"phone\":\"1\"}')";

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void givenTablesOfVersionTwo_whenOpened_thenAllIsFoundAndGoesOn(String store) throws IOException {
        JdbcConnectionPool pool = BridgeStore.named(store).pool();
        TestAction action = TestAction.of(call -> ActionResult.done("done"));
        try {
            makeTables(pool, 2);
            write(pool, ids("DONE"), "d-done", IntentState.DONE, 1_764_412_001_007L);
            write(pool, ids("OPEN"), "d-open", IntentState.ACCEPTED, 0);
            BridgeStore.execute(pool, "insert into mb_base (base, last_event) values ('zup', 1764412001007)");
            BridgeStore.execute(pool, String.format(RUN, ids("RUN")));

            try (Bridge bridge = open(pool, action);
                    BridgeLinks links =
                            BridgeLinks.over(bridge, LinkSet.none(), HookRoutes.none(), ZoneId.of("Europe/Moscow"))) {
                Acceptance again = bridge.intents().accept(request("d-done"));
                bridge.intents().accept(request("d-new"));
                write(pool, ids("N-1"), "d-beside", IntentState.ACCEPTED, 0);
                Bridge unused = bridge.start();
                Intent done = bridge.intents().await(ids("OPEN"), Duration.ofSeconds(60));

                assertThat(bridge.intents().journal()).isEqualTo("OLDONE");
                assertThat(again.earlier()).isTrue();
                assertThat(again.intent().event()).isEqualTo(1_764_412_001_007L);
                assertThat(done.state()).isEqualTo(IntentState.DONE);
                assertThat(done.event()).isGreaterThan(again.intent().event());
                assertThat(bridge.intents()
                                .await(ids("N-1"), Duration.ofSeconds(60))
                                .state())
                        .isEqualTo(IntentState.DONE);
                assertThat(bridge.held()).isEmpty();
                assertThat(links.history("old-link", Optional.empty(), 10))
                        .singleElement()
                        .extracting(Run::state)
                        .isEqualTo(RunState.DEAD);
            }
        } finally {
            pool.dispose();
        }
    }

    private static Bridge open(JdbcConnectionPool pool, TestAction action) {
        return Bridge.builder(pool)
                .node("north")
                .actions(context -> List.of(action))
                .build();
    }

    private static void makeTables(JdbcConnectionPool pool, int version) throws IOException {
        BridgeStore.execute(
                pool,
                "create table mb_schema_version (one integer not null primary key, version integer not null,"
                        + " journal varchar(10) not null, held_at bigint)");
        BridgeStore.execute(pool, "insert into mb_schema_version values (1, " + version + ", 'OLDONE', null)");
        for (int script = 1; script <= version; script++) {
            try (InputStream file = BridgeDatabase.class.getResourceAsStream(script + ".sql")) {
                BridgeStore.execute(
                        pool, new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    private static void write(JdbcConnectionPool pool, String id, String document, IntentState state, long event) {
        boolean isOpen = state == IntentState.ACCEPTED;
        BridgeStore.execute(
                pool,
                String.format(
                        INTENT,
                        id,
                        document,
                        state,
                        isOpen ? "accepted" : "done",
                        event,
                        isOpen ? Long.toString(THEN) : "null",
                        isOpen ? 0 : 1,
                        !isOpen));
        if (isOpen) {
            BridgeStore.execute(
                    pool,
                    "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority)"
                            + " values ('intent', '" + id + ".1', current_timestamp, false, 1, 50)");
        }
    }

    private static String ids(String name) {
        return ("01KB" + name + "0000000000000000000000").substring(0, 26);
    }

    private static IntentRequest request(String document) {
        return IntentRequest.of(IntentKey.of("zup", "test.act", document), "", Fields.of("card", "7"));
    }
}
