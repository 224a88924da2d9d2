package io.mostik.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.StateStore.Write;
import io.mostik.core.test.ManualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;

class StateStoreOnPostgresTest extends JdbcStateStoreContract {

    @Override
    StoreDatabase database() {
        return StoreDatabase.postgres();
    }

    @Override
    String laterSchema() {
        return "'3'";
    }

    @Override
    String manyRows() {
        return "select 'open/' || n, 'x', 1, null from generate_series(1, 200000) n";
    }

    @Test
    void givenNewKeys_whenCommitting_thenOneStatementEach() {
        List<String> calls = new ArrayList<>();
        JdbcConnectionPool pool = database().openPooled();
        try {
            JdbcStateStore store = JdbcStateStore.create(Breaking.before(pool, calls::add), new ManualTime());
            calls.clear();

            boolean isWritten = store.commit(List.of(
                            new Write("a", "1", StateStore.ABSENT, Optional.empty()),
                            new Write("b", "1", StateStore.ANY, Optional.empty())))
                    .isPresent();

            assertThat(isWritten).isTrue();
            assertThat(calls.stream().filter(name -> name.startsWith("execute")))
                    .hasSize(2);
            assertThat(calls).doesNotContain("setSavepoint");
        } finally {
            pool.dispose();
        }
    }
}
