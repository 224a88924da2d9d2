package io.mostik.bridge.onec;

import static io.mostik.testing.onec.OnecBaseSimulator.DAY;
import static io.mostik.testing.onec.OnecBaseSimulator.EMPLOYEE;

import io.mostik.bridge.trigger.BridgeEvent;
import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.http.Transport;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.onec.OnecBaseSimulator;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A simulated 1C base, and an inbox that outlives the readers. */
final class OnecHouse implements AfterEachCallback {

    static final OnecQuery QUERY = OnecQuery.of(OnecBaseSimulator.ENTITY, DAY, List.of(EMPLOYEE));

    final OnecBaseSimulator base = OnecBaseSimulator.start();
    final ManualTime time = new ManualTime();
    final StateStore store = StateStore.inMemory(time);
    final Map<String, BridgeEvent> inbox = new LinkedHashMap<>();
    private final List<OnecBase> opened = new ArrayList<>();

    OnecBase client(UnaryOperator<Transport> around) {
        OnecBase client = OnecBase.of(
                OnecBase.settings(base.uri().toString()).around(around).build(),
                base.user(),
                Secret.of(base.password()));
        opened.add(client);
        return client;
    }

    OnecDocuments node(StateStore connection, TimeSource clock, UnaryOperator<Transport> around) {
        return new OnecDocuments(
                client(around), QUERY, new OnecDocuments.Place("dismissals", "zup", connection), clock, ZoneOffset.UTC);
    }

    OnecDocuments reader(OnecQuery query) {
        return new OnecDocuments(
                client(UnaryOperator.identity()),
                query,
                new OnecDocuments.Place("dismissals", "zup", store),
                time,
                ZoneOffset.UTC);
    }

    int look() {
        return look(QUERY);
    }

    int look(OnecQuery query) {
        return reader(query).look(this::accept);
    }

    boolean accept(BridgeEvent event) {
        return inbox.putIfAbsent(event.id(), event) == null;
    }

    List<BridgeEvent> events() {
        return List.copyOf(inbox.values());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        opened.forEach(OnecBase::close);
        base.close();
    }
}
