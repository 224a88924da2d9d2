package io.mostik.core.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that does with a connection exactly what a test says, byte by byte. Counts connections and whole requests.
 */
public final class RawServer implements AutoCloseable {

    private final ServerSocket listener;
    private final String scheme;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "raw-server");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();

    /** What to do with a connection. */
    @FunctionalInterface
    public interface Script {

        /** Talks to the client until the connection is to end. */
        void talk(Connection connection) throws IOException;
    }

    private RawServer(ServerSocket listener, String scheme, Script script) {
        this.listener = listener;
        this.scheme = scheme;
        threads.execute(() -> accept(script));
    }

    /** Starts a server on a free port of this machine. */
    public static RawServer start(Script script) {
        try {
            return new RawServer(new ServerSocket(0, 1000, InetAddress.getByName("127.0.0.1")), "http", script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a server on a socket that is made elsewhere, as for TLS. */
    public static RawServer start(ServerSocket listener, Script script) {
        return new RawServer(listener, "https", script);
    }

    /** Returns its address. */
    public String uri() {
        return scheme + "://127.0.0.1:" + port();
    }

    /** Returns the port on which it listens. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Returns how many connections were accepted. */
    public int connections() {
        return connections.get();
    }

    /** Returns how many whole requests were read: what a vendor would have acted on. */
    public int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private void accept(Script script) {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                connections.incrementAndGet();
                open.add(socket);
                threads.execute(() -> serve(script, socket));
            } catch (IOException | RejectedExecutionException e) {
                return; // closed meanwhile
            }
        }
    }

    private void serve(Script script, Socket socket) {
        try (socket) {
            script.talk(new Connection(socket, requests));
        } catch (IOException e) {
            // The client went away, which many tests want.
        } finally {
            open.remove(socket);
        }
    }

    /** One accepted connection. */
    public static final class Connection {

        private final Socket socket;
        private final AtomicInteger requests;
        private final InputStream in;
        private final OutputStream out;
        private int answered;

        private Connection(Socket socket, AtomicInteger requests) throws IOException {
            this.socket = socket;
            this.requests = requests;
            this.in = socket.getInputStream();
            this.out = socket.getOutputStream();
            socket.setTcpNoDelay(true);
        }

        /** Reads one whole request and returns its head; an empty text when the client has ended. */
        public String readRequest() throws IOException {
            String head = readHead();
            if (head.isEmpty()) {
                return head;
            }
            int length = length(head);
            if (in.readNBytes(length).length < length) {
                return "";
            }
            requests.incrementAndGet();
            return head;
        }

        /** Reads the head of a request and leaves its body; an empty text when the client has ended. */
        public String readHead() throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    return "";
                }
                head.append((char) next);
            }
            return head.toString();
        }

        private static int length(String head) {
            return head.lines()
                    .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
                    .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                    .findFirst()
                    .orElse(0);
        }

        /** Writes text as ISO-8859-1. */
        public Connection write(String text) throws IOException {
            return write(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        /** Writes bytes. */
        public Connection write(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
            return this;
        }

        /** Writes an answer with JSON that keeps the connection. */
        public Connection answer(int status, String json) throws IOException {
            answered++;
            return write("HTTP/1.1 " + status + " X\r\nContent-Length: " + json.length() + "\r\n\r\n" + json);
        }

        /** Returns how many answers were given on it. */
        public int answered() {
            return answered;
        }

        /** Reads some bytes at most, and forgets them. */
        public Connection skip(int bytes) throws IOException {
            in.readNBytes(bytes);
            return this;
        }

        /** Waits: how slow a vendor is, not how long a test hopes. */
        public Connection pause(long millis) throws IOException {
            try {
                java.util.concurrent.TimeUnit.MILLISECONDS.sleep(millis);
                return this;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new java.io.InterruptedIOException();
            }
        }

        /** Ends the connection with a reset. */
        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Waits until the client ends the connection. */
        public void awaitEnd() throws IOException {
            byte[] thrownAway = new byte[4096];
            int read = 0;
            while (read >= 0) {
                read = in.read(thrownAway);
            }
        }
    }
}
