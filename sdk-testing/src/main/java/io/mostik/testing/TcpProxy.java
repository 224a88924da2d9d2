package io.mostik.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** The TCP shim in front of the server: every connection passes through it, so that it can be cut or reset. */
final class TcpProxy {

    private final ServerSocket front;
    private final int serverPort;
    private final Executor executor;
    private final Map<Integer, ProxyConnection> lines = new ConcurrentHashMap<>();

    TcpProxy(int port, int serverPort, Executor executor) throws IOException {
        this.front = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
        this.serverPort = serverPort;
        this.executor = executor;
    }

    int port() {
        return front.getLocalPort();
    }

    void open() {
        executor.execute(this::accept);
    }

    /** Returns the line whose far end the server sees at this port. */
    Optional<ProxyConnection> line(int portSeenByServer) {
        return Optional.ofNullable(lines.get(portSeenByServer));
    }

    void close() throws IOException {
        front.close();
        lines.values().forEach(ProxyConnection::close);
    }

    private void accept() {
        while (!front.isClosed()) {
            try {
                hand(front.accept());
            } catch (IOException e) {
                // Closed, or one client was gone before it was accepted.
            }
        }
    }

    private void hand(Socket client) throws IOException {
        try {
            executor.execute(() -> connect(client));
        } catch (RejectedExecutionException e) {
            client.close();
        }
    }

    private void connect(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            int portSeenByServer = server.getLocalPort();
            ProxyConnection line = new ProxyConnection(client, server);
            lines.put(portSeenByServer, line);
            if (front.isClosed()) {
                line.close();
            }
            try {
                line.run(executor);
            } finally {
                lines.remove(portSeenByServer, line);
            }
        } catch (IOException | RejectedExecutionException e) {
            // The server is closing: the client is hung up on.
        }
    }
}
