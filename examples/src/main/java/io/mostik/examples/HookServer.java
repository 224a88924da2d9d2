package io.mostik.examples;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.mostik.core.webhook.HttpServerLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Executors;

/** The embedder's side of webhooks: the JDK's server on loopback, on a free port. */
final class HookServer implements AutoCloseable {

    private final HttpServer server;

    private HookServer(HttpServer server) {
        this.server = server;
    }

    /** The limits are read once, before the first server of the process. */
    static HookServer start() throws IOException {
        HttpServerLimits.addTo(System.getProperties());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(HookServer::thread));
        server.start();
        return new HookServer(server);
    }

    /** Receives at a path, and returns its address. */
    URI on(String path, HttpHandler handler) {
        server.createContext(path, handler);
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "hooks");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
