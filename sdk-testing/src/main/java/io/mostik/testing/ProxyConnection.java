package io.mostik.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import jdk.net.ExtendedSocketOptions;

/** One client's connection: bytes go both ways between the client and the server behind, until somebody cuts it. */
final class ProxyConnection {

    private static final Duration FAREWELL = Duration.ofMillis(200);

    private final Socket client;
    private final Socket server;
    private final CountDownLatch clientGone = new CountDownLatch(1);

    ProxyConnection(Socket client, Socket server) {
        this.client = client;
        this.server = server;
    }

    /** Pipes until either side ends; the caller's thread takes one direction. */
    void run(Executor executor) {
        executor.execute(this::towardsServer);
        towardsClient();
    }

    /** Ends the connection so that the client sees a reset. */
    void reset() {
        try {
            client.setSoLinger(true, 0);
        } catch (IOException e) {
            // The client was faster: nothing is left to reset.
        }
        close();
    }

    /** Sends bytes past the server. */
    void say(byte[] bytes) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    void awaitClientGone() throws InterruptedException {
        clientGone.await();
    }

    /** Waits for so long; if the client leaves meanwhile, hangs up as well. */
    void awaitClientGone(Duration atMost) throws InterruptedException {
        if (clientGone.await(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            close();
        }
    }

    void close() {
        clientGone.countDown();
        closeQuietly(client);
        closeQuietly(server);
    }

    private void towardsServer() {
        try {
            client.getInputStream().transferTo(server.getOutputStream());
            clientGone.countDown();
            server.shutdownOutput();
        } catch (IOException e) {
            close();
        }
    }

    private void towardsClient() {
        try {
            InputStream in = server.getInputStream();
            OutputStream out = client.getOutputStream();
            byte[] chunk = new byte[16 * 1024];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                acknowledge();
                out.write(chunk, 0, read);
            }
            client.shutdownOutput();
            awaitClientGone(FAREWELL);
        } catch (IOException e) {
            // One side broke off: so does the other.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    /** The server holds the body back until the head is acknowledged, which the system by itself delays by 40 ms. */
    private void acknowledge() throws IOException {
        if (server.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)) {
            server.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is given up either way.
        }
    }
}
