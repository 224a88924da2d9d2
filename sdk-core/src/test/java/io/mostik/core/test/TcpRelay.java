package io.mostik.core.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * A way to another server, such as a database, that a test can cut: all connections end at once, wherever they are, and new
 * ones end as soon as they are there, until it is mended. What was on its way may have arrived or not. Thread-safe.
 */
public final class TcpRelay implements AutoCloseable {

    private static final int BUFFER = 16 * 1024;
    private static final int BACKLOG = 500;

    private final ServerSocket listener;
    private final InetSocketAddress server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "tcp-relay");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean isCut;

    private TcpRelay(InetSocketAddress server) throws IOException {
        this.server = server;
        this.listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    /** Starts a way to a server, on a free port of loopback. */
    public static TcpRelay to(String host, int port) {
        try {
            return new TcpRelay(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the port in place of the server's. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Ends all connections, and lets none through until {@link #mend}. */
    public void cut() {
        isCut = true;
        open.forEach(TcpRelay::end);
    }

    /** Ends all connections there are, and lets new ones through. */
    public void blink() {
        cut();
        mend();
    }

    /** Lets connections through again. */
    public void mend() {
        isCut = false;
    }

    @Override
    public void close() {
        cut();
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                threads.execute(() -> relay(client));
            } catch (IOException | RejectedExecutionException e) {
                // The relay is closed, or the client was gone.
            }
        }
    }

    private void relay(Socket client) {
        try (client;
                Socket far = new Socket()) {
            open.add(client);
            open.add(far);
            if (isCut) {
                return;
            }
            far.connect(server);
            far.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
            threads.execute(() -> copy(far, client));
            copy(client, far);
        } catch (IOException | RejectedExecutionException e) {
            // It was cut.
        } finally {
            open.remove(client);
            open.removeIf(Socket::isClosed);
        }
    }

    /** Whichever side ends first ends the other. */
    private void copy(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try (from;
                to) {
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                if (isCut) {
                    return;
                }
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException e) {
            // It was cut.
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
