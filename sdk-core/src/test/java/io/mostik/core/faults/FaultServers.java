package io.mostik.core.faults;

import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.ProxySettings;
import io.mostik.core.test.RawServer;
import java.io.IOException;
import java.util.function.Consumer;

/** Where the calls of a row go. */
final class FaultServers {

    /** A server on this machine, http. */
    static final Maker PLAIN = script -> new Place(RawServer.start(script));

    private FaultServers() {}

    /** Starts a server that follows a script. */
    @FunctionalInterface
    interface Maker {
        Place start(RawServer.Script script) throws Exception;
    }

    /** Returns a maker of servers that are called by another address than their own. */
    static Maker at(Address address) {
        return script -> {
            RawServer server = RawServer.start(script);
            return new Place(server, address.of(server));
        };
    }

    /** Returns a maker of servers that play the proxy, on the way to a vendor that does not exist. */
    static Maker proxied(String scheme) {
        return script -> {
            RawServer server = RawServer.start(script);
            return new Place(
                    server,
                    scheme + "://vendor.test",
                    config -> config.proxy(proxy(server.port())).allowInsecureHttp(true));
        };
    }

    static ProxySettings proxy(int port) {
        return ProxySettings.of("127.0.0.1", port).withUser("user", Canary.PROXY);
    }

    /** From a server to the address under which it is called. */
    @FunctionalInterface
    interface Address {
        String of(RawServer server) throws IOException;
    }

    /**
     * A server and its address.
     *
     * @param server counts what it reads
     * @param uri what the client is told
     * @param settings what else it needs
     */
    record Place(RawServer server, String uri, Consumer<ClientConfig.Builder> settings) implements AutoCloseable {

        Place(RawServer server) {
            this(server, server.uri());
        }

        Place(RawServer server, String uri) {
            this(server, uri, config -> {});
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
