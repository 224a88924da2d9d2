package io.mostik.bridge.server;

import io.mostik.bridge.Bridge;
import io.mostik.bridge.Fields;
import io.mostik.bridge.intent.Intent;
import io.mostik.bridge.intent.IntentKey;
import io.mostik.bridge.intent.IntentRequest;
import io.mostik.bridge.intent.IntentState;
import io.mostik.bridge.intent.Resolution;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/** An unknown outcome of a card, and another intent for that card which has waited for it for eleven minutes. */
final class Blocking {

    private static final Duration LONG = Duration.ofMinutes(11);

    private Blocking() {}

    /** The ids of both. */
    record Pair(String unknown, String waiting) {}

    static Pair open(Bridge bridge) {
        String card = Long.toString(System.nanoTime());
        IntentRequest money = close(card);
        boolean isNew = bridge.intents()
                .takeOver(money, IntentState.UNKNOWN, bridge.time().now());
        String unknown = bridge.intents().find(money.key()).orElseThrow().id();
        update(bridge, "insert into mb_subject (subject, intent) values (?, ?)", "card:" + card, unknown);
        Intent waiting = bridge.intents().accept(close(card)).intent();
        long since = waiting.acceptedAt().minus(LONG).toEpochMilli();
        update(bridge, "update mb_intent set accepted_at = ? where id = ?", since, waiting.id());
        if (!isNew) {
            throw new AssertionError("a card that is not new");
        }
        return new Pair(unknown, waiting.id());
    }

    static void end(Bridge bridge, Pair pair) {
        Intent unused = bridge.intents().resolve(pair.unknown(), Resolution.notHappened("test", "the end of the test"));
        Intent ended = bridge.intents().await(pair.waiting(), Duration.ofSeconds(20));
        if (!ended.state().isEnd()) {
            throw new AssertionError("still " + ended.state());
        }
    }

    private static IntentRequest close(String card) {
        return IntentRequest.of(
                IntentKey.of("demo", "cards.limit.close", UUID.randomUUID().toString()),
                "bank",
                Fields.of("card", card).with("order", "1001"));
    }

    private static void update(Bridge bridge, String sql, Object... values) {
        try (Connection connection = bridge.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            int unused = statement.executeUpdate();
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
