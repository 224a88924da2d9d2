package io.mostik.benchmarks;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends requests over some connections that stay open, as fast as they are answered or at a steady rate. With a rate, times
 * count from when a request was due, so that one slow answer shows in those behind it too.
 */
final class HookSender {

    private static final int CONNECTIONS = 8;

    private final int port;
    private final Latencies latencies = new Latencies();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    HookSender(int port) {
        this.port = port;
    }

    Latencies latencies() {
        return latencies;
    }

    int accepted() {
        return accepted.get();
    }

    int refused() {
        return refused.get();
    }

    /** Sends all, as fast as they are answered. */
    void send(Queue<byte[]> requests) {
        send(requests, 0);
    }

    /** Sends all, so many a second. */
    void send(Queue<byte[]> requests, int perSecond) {
        Queue<byte[]> left = new ConcurrentLinkedQueue<>(requests);
        AtomicInteger number = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(CONNECTIONS);
        long start = System.nanoTime();
        for (int i = 0; i < CONNECTIONS; i++) {
            Thread thread = new Thread(() -> {
                try {
                    work(left, number, start, perSecond);
                } finally {
                    done.countDown();
                }
            });
            thread.setDaemon(true);
            thread.start();
        }
        try {
            done.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void work(Queue<byte[]> left, AtomicInteger number, long start, int perSecond) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (byte[] request = left.poll(); request != null; request = left.poll()) {
                long due = perSecond == 0
                        ? System.nanoTime()
                        : start + number.getAndIncrement() * 1_000_000_000L / perSecond;
                for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                socket.getOutputStream().write(request);
                int status = answer(in);
                latencies.add(System.nanoTime() - due);
                (status == 200 ? accepted : refused).incrementAndGet();
            }
        } catch (IOException e) {
            refused.addAndGet(1 + left.size());
        }
    }

    private static int answer(InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).split(" ", -1)[1]);
        long length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Long.parseLong(
                        header.substring("content-length:".length()).strip());
            }
        }
        in.skipNBytes(length);
        return status;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("closed");
            }
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
