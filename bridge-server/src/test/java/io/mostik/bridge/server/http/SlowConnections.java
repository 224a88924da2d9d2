package io.mostik.bridge.server.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** Connections of strangers who begin and do not end. */
final class SlowConnections implements AutoCloseable {

    private final List<Socket> sockets = new ArrayList<>();
    private final ScheduledExecutorService drip = Executors.newSingleThreadScheduledExecutor();
    private final URI server;

    SlowConnections(URI server) {
        this.server = server;
    }

    /** Opens connections that send this and nothing more. */
    List<Socket> open(int count, String sent) throws IOException {
        List<Socket> opened = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Socket socket = new Socket(server.getHost(), server.getPort());
            socket.getOutputStream().write(sent.getBytes(StandardCharsets.ISO_8859_1));
            opened.add(socket);
        }
        sockets.addAll(opened);
        return opened;
    }

    /** Opens connections that send a beginning, and then a byte every half second. */
    List<Socket> drip(int count, String sent) throws IOException {
        List<Socket> opened = open(count, sent);
        drip.scheduleAtFixedRate(() -> opened.forEach(SlowConnections::drop), 500, 500, TimeUnit.MILLISECONDS);
        return opened;
    }

    /** Opens connections that send this after the TLS handshake, and nothing more. */
    List<Socket> openTls(int count, SSLContext trusting, String sent) throws IOException {
        List<Socket> opened = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Socket socket = trusting.getSocketFactory().createSocket(server.getHost(), server.getPort());
            socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
            opened.add(socket);
        }
        sockets.addAll(opened);
        return opened;
    }

    private static void drop(Socket socket) {
        try {
            socket.getOutputStream().write('x');
        } catch (IOException closed) {
            // the server has had enough
        }
    }

    /** Waits until the server has ended a connection. */
    static boolean isEnded(Socket socket, int withinMillis) {
        try {
            socket.setSoTimeout(withinMillis);
            while (socket.getInputStream().read() >= 0) {
                // an answer before the end
            }
            return true;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() {
        drip.shutdownNow();
        sockets.forEach(socket -> {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
