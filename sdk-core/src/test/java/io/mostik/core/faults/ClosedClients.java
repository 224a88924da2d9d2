package io.mostik.core.faults;

import io.mostik.core.http.ClientConfig;

/** An application that makes a client for each job and closes it, on the shared runtime. Prints what stays. */
public final class ClosedClients {

    private static final int TIMES = 40;

    private ClosedClients() {}

    /** Runs it. */
    public static void main(String[] arguments) throws InterruptedException {
        try (LeakLab lab = new LeakLab()) {
            ClientConfig config = ClientConfig.builder().baseUri(lab.uri()).build();
            LeakLab.use(config);
            boolean quiet = LeakLab.becomes(() -> LeakLab.threads() == 0);
            long before = LeakLab.heap();
            for (int i = 0; i < TIMES; i++) {
                LeakLab.use(config);
            }
            quiet &= LeakLab.becomes(() -> LeakLab.threads() == 0 && lab.connections() == 0);
            System.out.println("clients " + TIMES + " quiet " + quiet + " threads " + LeakLab.threads()
                    + " connections " + lab.connections() + " heap " + (LeakLab.heap() - before));
        }
        System.exit(0);
    }
}
