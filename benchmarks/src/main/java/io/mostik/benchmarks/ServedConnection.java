package io.mostik.benchmarks;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One connection of the server: reads a request, waits or counts as its path says, answers. */
final class ServedConnection {

    private static final Map<String, Bucket> BUCKETS = new ConcurrentHashMap<>();
    private static final Map<Integer, byte[]> PAGES = new ConcurrentHashMap<>();
    private static final byte[] CHUNK = new byte[64 * 1024];
    private static final String JSON = "application/json";

    private final InputStream in;
    private final OutputStream out;

    ServedConnection(InputStream in, OutputStream out) {
        this.in = new BufferedInputStream(in);
        this.out = out;
    }

    /** Returns whether there may be another request. */
    boolean serveOne() throws IOException {
        String request = line();
        if (request.isEmpty()) {
            return false;
        }
        long length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Long.parseLong(
                        header.substring("content-length:".length()).strip());
            }
        }
        in.skipNBytes(length);
        String[] words = request.split(" ", -1);
        answer(words[0], words[1]);
        return true;
    }

    private void answer(String method, String target) throws IOException {
        String[] path = target.split("[/?]", -1);
        if (path[1].equals("wait")) {
            pause(Long.parseLong(path[2]));
        }
        if (path[1].equals("limit")) {
            Bucket bucket = BUCKETS.computeIfAbsent(
                    path[4], name -> new Bucket(Double.parseDouble(path[2]), Integer.parseInt(path[3])));
            if (!bucket.take()) {
                send("429 Too Many Requests\r\nRetry-After: 1", JSON, Bodies.BUSY);
                return;
            }
            if (path[5].equals("wait")) {
                pause(Long.parseLong(path[6]));
            }
        }
        if (path[1].equals("audio")) {
            stream(Long.parseLong(path[2]));
        } else if (method.equals("POST")) {
            send("200 OK", JSON, Bodies.CREATED);
        } else if (target.contains("page=") && target.contains("/full/")) {
            int orders = Integer.parseInt(target.replaceAll(".*/full/(\\d+)/.*", "$1"));
            send("200 OK", JSON, Bodies.page(number(target, "page", 1), number(target, "limit", Bodies.PAGE), orders));
        } else if (target.contains("page=")) {
            send("200 OK", JSON, PAGES.computeIfAbsent(number(target, "page", 1), Bodies::page));
        } else {
            send("200 OK", JSON, Bodies.order(Long.parseLong(path[path.length - 1])));
        }
    }

    private static int number(String target, String parameter, int usual) {
        String before = ".*[?&]" + parameter + "=(\\d+).*";
        return target.matches(before) ? Integer.parseInt(target.replaceAll(before, "$1")) : usual;
    }

    private void send(String status, String type, byte[] body) throws IOException {
        byte[] head = head(status, type, body.length);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        out.write(all);
    }

    private void stream(long length) throws IOException {
        out.write(head("200 OK", "audio/wav", length));
        for (long left = length; left > 0; left -= CHUNK.length) {
            out.write(CHUNK, 0, (int) Math.min(left, CHUNK.length));
        }
    }

    private static byte[] head(String status, String type, long length) {
        return ("HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
