package io.mostik.bridge.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.BridgeStore;
import io.mostik.bridge.store.BridgeDatabase;
import io.mostik.core.test.ManualTime;
import java.time.Duration;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionsKeptTest {

    private final ManualTime time = new ManualTime();

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void givenOldDecisions_whenForgotten_thenTheChainIsCheckedFromTheCut(String product) {
        JdbcConnectionPool pool = BridgeStore.named(product).pool();
        try {
            Decisions decisions = new Decisions(BridgeDatabase.open(pool), time);
            decide(decisions, 5);
            time.advance(Duration.ofDays(10));
            decide(decisions, 3);

            int first = decisions.forget(time.now().minus(Duration.ofDays(5)));
            int none = decisions.forget(time.now().minus(Duration.ofDays(5)));
            time.advance(Duration.ofDays(10));
            int rest = decisions.forget(time.now().minus(Duration.ofDays(5)));
            int alone = decisions.forget(time.now().plus(Duration.ofDays(5)));
            decide(decisions, 2);

            assertThat(first).isEqualTo(5);
            assertThat(none).isZero();
            assertThat(rest).isEqualTo(4);
            assertThat(alone).isZero();
            assertThat(decisions.firstBroken()).isEmpty();
            assertThat(decisions.list(0, 10)).extracting(Decision::number).containsExactly(10L, 11L, 12L);
        } finally {
            pool.dispose();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void givenChainCutByAnother_whenChecked_thenIsBroken(String product) {
        JdbcConnectionPool pool = BridgeStore.named(product).pool();
        try {
            Decisions decisions = new Decisions(BridgeDatabase.open(pool), time);
            decide(decisions, 5);
            BridgeStore.execute(
                    pool,
                    "update mb_schema_version set cut_number = 2,"
                            + " cut_hash = (select hash from mb_decision where number = 2)");
            BridgeStore.execute(pool, "delete from mb_decision where number <= 2");

            assertThat(decisions.firstBroken()).hasValue(2);
        } finally {
            pool.dispose();
        }
    }

    private void decide(Decisions decisions, int many) {
        for (int i = 0; i < many; i++) {
            decisions.append("admin", "happened", "intent " + i, "seen " + i);
        }
    }
}
