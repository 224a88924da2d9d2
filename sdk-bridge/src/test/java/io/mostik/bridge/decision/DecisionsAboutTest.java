package io.mostik.bridge.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.BridgeStore;
import io.mostik.bridge.store.BridgeDatabase;
import io.mostik.bridge.store.Sql;
import io.mostik.core.test.ManualTime;
import java.util.List;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionsAboutTest {

    private static final String INTENT = "intent 01KBEXAMPLE0123456789ABCDE";

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void givenDecisions_whenAskedForSomeThings_thenNoOthersAreFound(String product) {
        JdbcConnectionPool pool = BridgeStore.named(product).pool();
        try {
            Decisions decisions = new Decisions(BridgeDatabase.open(pool), new ManualTime());
            List.of(
                            "link sales",
                            INTENT,
                            "link sales2",
                            "links changed ales",
                            INTENT + " phone",
                            INTENT + "F",
                            "link sales",
                            "01KBRUN")
                    .forEach(about -> decisions.append("Nóra", "decide", about, "because"));

            assertThat(decisions.about(List.of("link sales", INTENT, "01KBRUN", "none"), 9))
                    .extracting(Decision::number)
                    .containsExactly(8L, 7L, 5L, 2L, 1L);
            assertThat(decisions.about(List.of("link sales", INTENT), 2))
                    .extracting(Decision::number)
                    .containsExactly(7L, 5L);
            assertThat(decisions.about(List.of("links"), 9))
                    .extracting(Decision::number)
                    .containsExactly(4L);
            assertThat(decisions.about(List.of(), 9)).isEmpty();
        } finally {
            pool.dispose();
        }
    }

    @Test
    void givenManyDecisions_whenAskedForOneThing_thenTheIndexIsRead() {
        JdbcConnectionPool pool = BridgeStore.h2().pool();
        try {
            BridgeDatabase database = BridgeDatabase.open(pool);
            BridgeStore.execute(
                    pool,
                    "insert into mb_decision select x, 0, 'w', 'w', 'link a-' || x, 'r', 'd', 'p', 'h'"
                            + " from system_range(1, 2000)");

            String plan = database.read(
                    "explain",
                    connection -> Sql.find(
                                    connection,
                                    "explain analyze " + Decisions.ABOUT,
                                    row -> row.getString(1),
                                    "link a-7",
                                    "link a-7 zzzz",
                                    "link a-7",
                                    9,
                                    "link a-7 ",
                                    200)
                            .orElseThrow());

            assertThat(plan).contains("MB_DECISION_ABOUT").containsPattern("scanCount: [1-9]?[0-9]\\b");
        } finally {
            pool.dispose();
        }
    }
}
