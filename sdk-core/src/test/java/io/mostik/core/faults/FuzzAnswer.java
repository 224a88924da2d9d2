package io.mostik.core.faults;

import io.mostik.core.test.RawServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** One random answer of the fuzzed vendor: head, body, framing, pace and end, all from one seed. */
final class FuzzAnswer implements RawServer.Script {

    /** Longest body of an error: more than the 64 KB that are kept of one. */
    private static final int LONGEST_ERROR = 100_000;

    private static final String[] STATUS_LINES = {
        "HTTP/1.1 200 OK",
        "HTTP/1.1 200 OK",
        "HTTP/1.1 200 OK",
        "HTTP/1.1 200 OK",
        "HTTP/1.1 201",
        "HTTP/1.1 202 X",
        "HTTP/1.1 204 X",
        "HTTP/1.1 206 X",
        "HTTP/1.1 302 X",
        "HTTP/1.1 304 X",
        "HTTP/1.1 400 X",
        "HTTP/1.1 401 X",
        "HTTP/1.1 404 X",
        "HTTP/1.1 408 X",
        "HTTP/1.1 429 X",
        "HTTP/1.1 500 X",
        "HTTP/1.1 503 X",
        "HTTP/1.1 599 X",
        "HTTP/1.1 999 X",
        "HTTP/1.0 200 OK",
        "HTTP/1.1 100 Continue",
        "HTTP/9 200",
        "garbage",
        "",
        "HTTP/1.1 -1 X"
    };

    private static final String[] HEADERS = {
        "Content-Type: application/json",
        "Content-Type: text/html; charset=nonsense",
        "Content-Type: application/json; charset=windows-1251",
        "Content-Type: audio/wav",
        "Content-Encoding: gzip",
        "Content-Encoding: utf-8",
        "Content-Encoding:",
        "Retry-After: 0",
        "Retry-After: 99999999999",
        "Retry-After: Sunday, 06-Nov-94 08:49:37 GMT",
        "Retry-After: soon",
        "x-request-id: 17",
        "Location: http://127.0.0.1:1/%%%",
        "Date: yesterday",
        "Content-Range: bytes 0-3/9",
        "Connection: close",
        "WWW-Authenticate: Basic",
        "Set-Cookie: a=b",
        " folded",
        "no colon",
        ": no name"
    };

    private final Random random;

    FuzzAnswer(long seed) {
        this.random = new Random(seed);
    }

    @Override
    public void talk(RawServer.Connection connection) throws IOException {
        while (!connection.readRequest().isEmpty()) {
            byte[] answer;
            synchronized (this) {
                answer = answer();
            }
            int cut = random.nextInt(4) == 0 ? random.nextInt(answer.length + 1) : answer.length;
            boolean drips = random.nextInt(10) == 0;
            for (int at = 0; at < cut; ) {
                int size = drips ? 1 + random.nextInt(40) : cut - at;
                int end = Math.min(cut, at + size);
                connection.write(java.util.Arrays.copyOfRange(answer, at, end));
                at = end;
                if (drips) {
                    connection.pause(random.nextInt(5));
                }
            }
            switch (random.nextInt(8)) {
                case 0 -> connection.awaitEnd();
                case 1 -> connection.reset();
                case 2, 3 -> {
                    return;
                }
                default -> connection.pause(random.nextInt(3));
            }
        }
    }

    private byte[] answer() {
        String line = STATUS_LINES[random.nextInt(STATUS_LINES.length)];
        byte[] body = body(line.contains(" 2") ? 100_000 : LONGEST_ERROR);
        StringBuilder head = new StringBuilder(line).append("\r\n");
        for (int i = random.nextInt(4); i > 0; i--) {
            head.append(HEADERS[random.nextInt(HEADERS.length)]).append("\r\n");
        }
        byte[] framed = framed(head, body);
        head.append(random.nextInt(30) == 0 ? "\n" : "\r\n");
        byte[] first = head.toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = java.util.Arrays.copyOf(first, first.length + framed.length);
        System.arraycopy(framed, 0, all, first.length, framed.length);
        return all;
    }

    /** States a length, right or wrong or twice, or sends chunks, whole or broken, or says nothing. */
    private byte[] framed(StringBuilder head, byte[] body) {
        switch (random.nextInt(10)) {
            case 0 ->
                head.append("Content-Length: ")
                        .append(body.length + 1 + random.nextInt(9))
                        .append("\r\n");
            case 1 -> head.append("Content-Length: ").append(body.length / 2).append("\r\n");
            case 2 ->
                head.append("Content-Length: ")
                        .append(random.nextBoolean() ? "-1" : "many")
                        .append("\r\n");
            case 3 -> head.append("Content-Length: 1\r\nContent-Length: 2\r\n");
            case 4, 5 -> {
                head.append("Transfer-Encoding: chunked\r\n");
                String size = random.nextInt(4) == 0 ? "zz" : Integer.toHexString(body.length);
                String text = size + "\r\n" + new String(body, StandardCharsets.ISO_8859_1) + "\r\n0\r\n\r\n";
                return text.getBytes(StandardCharsets.ISO_8859_1);
            }
            case 6 -> head.append("X-Nothing: said\r\n");
            default -> head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        return body;
    }

    private byte[] body(int longest) {
        int size = random.nextInt(10) == 0 ? random.nextInt(longest) : random.nextInt(Math.min(longest, 300));
        String text = switch (random.nextInt(10)) {
            case 0 -> "";
            case 1 -> "null";
            case 2 -> "[".repeat(size);
            case 3 -> "{\"a\":" + "9".repeat(size) + "}";
            case 4 -> "<html>" + "x".repeat(size);
            case 5 -> "1 ".repeat(size / 2);
            case 6 -> "{\"a\":\"\\ud83d" + "y".repeat(size) + "\"}";
            case 7 -> "a@b" + ".c".repeat(size / 2);
            default -> "{\"own\":[" + "{\"id\":1},".repeat(size / 9) + "{}]}";
        };
        if (random.nextInt(10) == 0) {
            byte[] noise = new byte[size];
            random.nextBytes(noise);
            return noise;
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
