package io.mostik.core.faults;

import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.SdkRuntime;
import javax.net.ssl.SSLContext;

/** A runtime on which tenants come and go, each with certificates of its own. Prints what stays while it is open. */
public final class ManyTenants {

    private static final int TIMES = 12;

    private ManyTenants() {}

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        FaultKeys keys = FaultKeys.make("127.0.0.1");
        try (LeakLab lab = new LeakLab();
                FaultServers.Place place =
                        keys.server(socket -> socket.setNeedClientAuth(true)).start(lab::answer);
                SdkRuntime runtime = SdkRuntime.create()) {
            use(place.uri(), runtime, keys.shown());
            boolean quiet = LeakLab.becomes(() -> LeakLab.threads() <= 1);
            long before = LeakLab.heap();
            for (int i = 0; i < TIMES; i++) {
                use(place.uri(), runtime, keys.shown());
            }
            quiet &= LeakLab.becomes(() -> LeakLab.threads() <= 1 && lab.connections() == 0);
            System.out.println("tenants " + TIMES + " quiet " + quiet + " threads " + LeakLab.threads()
                    + " connections " + lab.connections() + " heap " + (LeakLab.heap() - before));
        }
        System.exit(0);
    }

    private static void use(String uri, SdkRuntime runtime, SSLContext tls) {
        LeakLab.use(ClientConfig.builder()
                .baseUri(uri)
                .runtime(runtime)
                .sslContext(tls)
                .build());
    }
}
