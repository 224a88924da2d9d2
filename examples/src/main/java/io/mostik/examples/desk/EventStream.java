package io.mostik.examples.desk;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * Notifies every open page of changes, by server-sent events. An event names only what changed, and the page reloads
 * it: so a page that was offline misses nothing, and the order of events does not matter. Thread-safe.
 */
final class EventStream implements AutoCloseable {

    private static final int MOST_PAGES = 20;
    private static final int WAITING = 64;
    private static final int HEARTBEAT_SECONDS = 10;
    private static final String END = "end";

    private final CopyOnWriteArrayList<BlockingQueue<String>> pages = new CopyOnWriteArrayList<>();

    /** Tells that one of {@code calls}, {@code cards} and {@code requests} has changed. */
    void changed(String what) {
        // A page that is so far behind has this very word waiting already.
        pages.forEach(page -> page.offer(what));
    }

    /** Returns how many pages listen. */
    int listening() {
        return pages.size();
    }

    /** Feeds one page until it or the desk goes. */
    void serve(HttpExchange exchange) throws IOException {
        BlockingQueue<String> page = new ArrayBlockingQueue<>(WAITING);
        if (pages.size() >= MOST_PAGES) {
            exchange.sendResponseHeaders(503, -1);
            return;
        }
        pages.add(page);
        try {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
            exchange.sendResponseHeaders(200, 0);
            feed(exchange.getResponseBody(), page);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            pages.remove(page);
        }
    }

    private static void feed(OutputStream out, BlockingQueue<String> page) throws IOException, InterruptedException {
        write(out, "retry: 1000\n\n");
        while (true) {
            String first = page.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
            Set<String> news = new LinkedHashSet<>();
            if (first != null) {
                news.add(first);
                page.drainTo(news);
            }
            if (news.contains(END)) {
                return;
            }
            write(out, news.isEmpty() ? ": still here\n\n" : "");
            for (String what : news) {
                write(out, "event: changed\ndata: " + what + "\n\n");
            }
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Lets every page go; one that comes again is fed again. */
    @Override
    public void close() {
        pages.forEach(page -> {
            page.clear();
            page.offer(END);
        });
    }
}
