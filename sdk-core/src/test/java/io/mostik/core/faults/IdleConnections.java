package io.mostik.core.faults;

import io.mostik.core.http.ApiClient;
import io.mostik.core.http.ClientConfig;
import java.util.ArrayList;
import java.util.List;

/** A client with many idle connections, each of which has carried a large request and a large answer. Prints what they keep. */
public final class IdleConnections {

    private static final int CONNECTIONS = 15;

    private IdleConnections() {}

    /** Runs it. */
    public static void main(String[] arguments) throws InterruptedException {
        try (LeakLab lab = new LeakLab();
                ApiClient client = ApiClient.builder(
                                ClientConfig.builder().baseUri(lab.uri()).build())
                        .build()) {
            LeakLab.call(client);
            long before = LeakLab.heap();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                threads.add(new Thread(() -> LeakLab.call(client)));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
            threads.clear();
            int open = lab.connections();
            System.out.println("connections " + open + " keep " + (LeakLab.heap() - before));
        }
        System.exit(0);
    }
}
