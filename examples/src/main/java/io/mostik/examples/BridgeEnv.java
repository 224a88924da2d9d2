package io.mostik.examples;

import io.mostik.bridge.Bridge;
import io.mostik.bridge.Connections;
import io.mostik.bridge.Fields;
import io.mostik.bridge.intent.Intent;
import io.mostik.bridge.intent.IntentKey;
import io.mostik.bridge.intent.IntentRequest;
import io.mostik.bridge.onec.OnecBase;
import io.mostik.core.Secret;
import io.mostik.testing.onec.OnecBaseSimulator;
import java.time.Duration;
import java.time.ZoneId;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * Where the stories of the bridge happen: a bridge on a database in memory, between the bank and a simulated 1C base.
 *
 * @param place the bank
 * @param base the simulated 1C base
 * @param zup its client
 * @param database where the bridge keeps its journal
 * @param bridge the bridge, started, with the connections {@code bank} and {@code zup}
 */
record BridgeEnv(BankEnv place, OnecBaseSimulator base, OnecBase zup, JdbcConnectionPool database, Bridge bridge)
        implements AutoCloseable {

    static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    static BridgeEnv open() {
        BankEnv place = BankEnv.open();
        OnecBaseSimulator base = OnecBaseSimulator.start();
        OnecBase zup =
                OnecBase.of(OnecBase.settings(base.uri().toString()).build(), base.user(), Secret.of(base.password()));
        JdbcConnectionPool database = JdbcConnectionPool.create("jdbc:h2:mem:bridge;MODE=PostgreSQL", "", "");
        Connections connections =
                Connections.none().with("bank", "tbank", place.bank()).with("zup", "onec", zup);
        Bridge bridge =
                Bridge.builder(database).zone(ZONE).connections(connections).build();
        return new BridgeEnv(place, base, zup, database, bridge.start());
    }

    /** Asks for something as a program of the office would, and returns what became of it. */
    String ask(String action, String document, Fields fields) {
        IntentRequest request = IntentRequest.of(IntentKey.of("office", action, document), "bank", fields);
        return ended(bridge.intents().accept(request).intent().id());
    }

    /** Waits for the end of an intent. */
    String ended(String intent) {
        Intent known = bridge.intents().await(intent, PATIENCE);
        return known.state() + ", " + known.code();
    }

    @Override
    public void close() {
        bridge.close();
        database.dispose();
        zup.close();
        base.close();
        place.close();
    }
}
