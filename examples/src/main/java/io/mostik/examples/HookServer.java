package io.mostik.examples;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/** The embedder's side of webhooks: the JDK's server on loopback, on a free port. */
final class HookServer implements AutoCloseable {

    private final HttpServer server;

    private HookServer(HttpServer server) {
        this.server = server;
    }

    static HookServer start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        return new HookServer(server);
    }

    /** Receives at a path, and returns its address. */
    URI on(String path, HttpHandler handler) {
        server.createContext(path, handler);
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
