package io.mostik.testing;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A customer's side in tests: takes hooks and answers as told, 200 otherwise. */
public final class HookReceiver implements AutoCloseable {

    private final Deque<Integer> statuses = new ArrayDeque<>();
    private final SimulatorServer server =
            SimulatorServer.start(request -> Answer.text(statuses.isEmpty() ? 200 : statuses.remove(), "OK"));

    public HookReceiver() {}

    public URI uri(String pathAndQuery) {
        return URI.create(server.uri() + pathAndQuery);
    }

    public void answers(Integer... next) {
        statuses.addAll(List.of(next));
    }

    public FaultInjector faults() {
        return server.faults();
    }

    public List<RecordedRequest> received() {
        return server.journal().all();
    }

    @Override
    public void close() {
        server.close();
    }
}
