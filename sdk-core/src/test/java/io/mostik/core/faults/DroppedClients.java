package io.mostik.core.faults;

import io.mostik.core.http.ApiClient;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import io.mostik.core.test.RawServer;
import java.util.concurrent.atomic.AtomicInteger;

/** An application that makes clients and forgets them (F65). Prints threads and connections before and after. */
public final class DroppedClients {

    private DroppedClients() {}

    /** Runs it. */
    public static void main(String[] arguments) throws InterruptedException {
        AtomicInteger open = new AtomicInteger();
        try (RawServer server = RawServer.start(connection -> {
            open.incrementAndGet();
            try {
                Lab.HEALTHY.talk(connection);
            } finally {
                open.decrementAndGet();
            }
        })) {
            drop(server, 10);
            int threads = clientThreads();
            drop(server, 1000);
            System.gc();
            System.out.println("threads " + threads + " then " + clientThreads() + ", connections " + open.get());
        }
        System.exit(0);
    }

    private static void drop(RawServer server, int times) {
        for (int i = 0; i < times; i++) {
            ApiClient dropped = ApiClient.builder(
                            ClientConfig.builder().baseUri(server.uri()).build())
                    .build();
            dropped.call(Kind.READ.endpoint(JsonType.of(Json.class))).send();
        }
    }

    private static int clientThreads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().startsWith("raw-server"))
                .count();
    }
}
