package io.mostik.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.intent.IntentKey;
import io.mostik.bridge.intent.IntentQuery;
import io.mostik.bridge.intent.IntentRequest;
import io.mostik.bridge.intent.IntentState;
import io.mostik.bridge.intent.Intents;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the page, {@code open}, {@code history} and the bases ask of a journal of years, nearly all of it done. {@code
 * -Dmostik.bridge.rows=1000000} measures, with a tenth of that on H2, where filling takes long; the build only sees that it
 * works.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class ManyRowsTest {

    private static final int ROWS = Integer.getInteger("mostik.bridge.rows", 20_000);
    private static final int UNKNOWN_EACH = 1_000;
    private static final int WAITING_EACH = 500;
    private static final int TIMES = 5;
    private static final int AT_ONCE = 20_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"H2 file", "PostgreSQL"})
    void givenManyRows_whenAsked_thenTellsHowLongItTakes(String name) throws Exception {
        BridgeStore store = name.equals("PostgreSQL") ? BridgeStore.postgres() : BridgeStore.h2File(folder);
        JdbcConnectionPool pool = store.pool();
        try {
            Bridge bridge = Bridge.builder(pool)
                    .actions(context -> List.of(TestAction.of(call -> ActionResult.done("done"))))
                    .build();
            int rows = name.equals("PostgreSQL") ? ROWS : ROWS / 10;
            fill(pool, name.equals("PostgreSQL"), rows);

            Map<String, Long> took = new LinkedHashMap<>();
            questions(bridge.intents(), rows).forEach((question, asked) -> took.put(question, shortest(asked)));

            took.forEach((question, nanos) ->
                    System.out.printf(Locale.ROOT, "%s, %d rows: %s %.1f ms%n", name, rows, question, nanos / 1e6));
            assertThat(took.values()).allMatch(nanos -> nanos < PATIENCE.toNanos());
        } finally {
            pool.dispose();
        }
    }

    private static Map<String, Supplier<Integer>> questions(Intents intents, int rows) {
        IntentQuery all = IntentQuery.all().atMost(200);
        int last = rows - 1;
        Map<String, Supplier<Integer>> questions = new LinkedHashMap<>();
        questions.put("counts", () -> intents.counts().byState().size());
        questions.put(
                "what needs a person",
                () -> intents.list(all.in(IntentState.UNKNOWN)).size());
        questions.put(
                "what is open",
                () -> intents.list(all.in(IntentState.ACCEPTED, IntentState.WORKING, IntentState.UNKNOWN))
                        .size());
        questions.put(
                "a document", () -> intents.list(all.ofDocument("d-" + last)).size());
        questions.put(
                "a document of a base",
                () -> intents.list(all.ofBase("base-" + last % 10).ofDocument("d-" + last))
                        .size());
        questions.put(
                "open ones of a base",
                () -> intents.list(all.ofBase("base-3").in(IntentState.ACCEPTED))
                        .size());
        questions.put(
                "done ones of a base",
                () -> intents.list(all.ofBase("base-3").in(IntentState.DONE)).size());
        questions.put(
                "refused ones of a base",
                () -> 1
                        + intents.list(all.ofBase("base-3").in(IntentState.REFUSED))
                                .size());
        questions.put(
                "refused ones",
                () -> 1 + intents.list(all.in(IntentState.REFUSED)).size());
        questions.put(
                "the first ones of a small base",
                () -> 1 + intents.list(all.ofBase("small")).size());
        questions.put(
                "events from the first on",
                () -> intents.events("base-3", 0, 200).size());
        questions.put(
                "the last events",
                () -> intents.events("base-3", rows - 500, 200).size());
        questions.put(
                "accepting one",
                () -> intents.accept(IntentRequest.of(
                                        IntentKey.of("new", "test.act", "n-" + System.nanoTime()),
                                        "",
                                        Fields.of("card", "c-" + System.nanoTime())))
                                .earlier()
                        ? 0
                        : 1);
        return questions;
    }

    private static long shortest(Supplier<Integer> asked) {
        return Stream.generate(() -> {
                    long begin = System.nanoTime();
                    int found = asked.get();
                    long took = System.nanoTime() - begin;
                    assertThat(found).isPositive();
                    return took;
                })
                .limit(TIMES)
                .min(Long::compare)
                .orElseThrow();
    }

    private static void fill(JdbcConnectionPool pool, boolean isPostgres, int rows) throws SQLException {
        for (int from = 1; from <= rows; from += AT_ONCE) {
            String range = "(" + from + ", " + Math.min(rows, from + AT_ONCE - 1) + ")";
            insert(pool, isPostgres ? "generate_series" + range + " as n(x)" : "system_range" + range + " n");
        }
        for (int base = 0; base < 10; base++) {
            execute(pool, "insert into mb_base (base, last_event) values (?, ?)", "base-" + base, (long) rows);
        }
        execute(pool, "analyze");
    }

    private static void insert(JdbcConnectionPool pool, String numbers) throws SQLException {
        String isUnknown = "mod(x, " + UNKNOWN_EACH + ") = 7";
        String isWaiting = "mod(x, " + WAITING_EACH + ") = 3";
        long now = Instant.now().toEpochMilli();
        execute(
                pool,
                "insert into mb_intent (id, base, document, action, line, digest, connection, fields, state, next_step,"
                        + " code, results, subject, holds, event, accepted_at, changed_at, not_before, tries, begun,"
                        + " alarm, version) select lpad(cast(x as varchar), 26, '0'), 'base-' || mod(x, 10), 'd-' || x,"
                        + " 'test.act', '', repeat('0', 64), '', '{\"card\":\"1000000042\",\"sum\":\"1450.50\"}', case"
                        + " when " + isUnknown + " then 'UNKNOWN' when " + isWaiting
                        + " then 'ACCEPTED' else 'DONE' end, 'NOTHING', 'done', '{\"limit\":\"1450.50\"}', 'card:' ||"
                        + " x, true, case"
                        + " when"
                        + " " + isWaiting + " then 0 else x end, ?, ?, case when " + isUnknown + " or "
                        + isWaiting + " then ? end, 1, true, 1, 1 from " + numbers,
                now,
                now,
                now + Duration.ofHours(2).toMillis());
    }

    private static void execute(JdbcConnectionPool pool, String sql, Object... values) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            boolean unused = statement.execute();
        }
    }
}
