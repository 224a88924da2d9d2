package io.mostik.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The vendor, in a process of its own. Paths begin with what the server is to do: {@code /wait/20} answers after so many
 * milliseconds, {@code /limit/200/20/x} allows 200 a second with bursts of 20, in a bucket named x; {@code /full/100000}
 * behind it has a list of so many orders.
 */
public final class BenchServer {

    private static final int BACKLOG = 2_000;

    private BenchServer() {}

    /** Listens on a free port of loopback, prints it, and ends when its input does. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        System.out.println(server.getLocalPort());
        ExecutorService threads = threads();
        Thread acceptor = new Thread(() -> accept(server, threads));
        acceptor.setDaemon(true);
        acceptor.start();
        while (System.in.read() >= 0) {
            // Whoever started this holds the other end.
        }
        System.exit(0);
    }

    private static void accept(ServerSocket server, ExecutorService threads) {
        while (true) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            ServedConnection connection = new ServedConnection(socket.getInputStream(), socket.getOutputStream());
            while (connection.serveOne()) {
                // The next request of the same connection.
            }
        } catch (IOException e) {
            // The client is gone.
        }
    }

    private static ExecutorService threads() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException e) {
            return Executors.newCachedThreadPool();
        }
    }
}
