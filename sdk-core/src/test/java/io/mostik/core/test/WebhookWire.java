package io.mostik.core.test;

import io.mostik.core.test.WebhookSample.Place;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The bytes of one request, with everything that can be odd about them. Belongs to one thread. */
public final class WebhookWire {

    private final WebhookSample sample;
    private final List<String> headers = new ArrayList<>();
    private String verb;
    private String version = "HTTP/1.1";
    private String query;
    private Optional<String> framing;
    private int chunk;
    private byte[] body;

    WebhookWire(WebhookSample sample) {
        this.sample = sample;
        this.verb = sample.verb();
        this.query = sample.query();
        this.body = sample.body();
        this.framing = Optional.of("Content-Length: " + body.length);
        headers.add("Host: localhost");
        sample.headers().forEach((name, value) -> headers.add(name + ": " + value));
        prove();
    }

    /** Adds the proof once more. */
    public WebhookWire prove() {
        if (sample.proof().place() == Place.QUERY) {
            String pair = sample.proof().name() + "=" + URLEncoder.encode(sample.key(), StandardCharsets.UTF_8);
            query = query.isEmpty() ? pair : query + "&" + pair;
        } else {
            headers.add(sample.proof().name() + ": " + sample.key());
        }
        return this;
    }

    /** Takes the proof away. */
    public WebhookWire unproven() {
        headers.removeIf(line -> line.startsWith(sample.proof().name() + ":"));
        query = sample.query();
        return this;
    }

    /** Writes the names of all headers in capital letters. */
    public WebhookWire capitals() {
        headers.replaceAll(line -> {
            int colon = line.indexOf(':');
            return line.substring(0, colon).toUpperCase(java.util.Locale.ROOT) + line.substring(colon);
        });
        return this;
    }

    /** Uses another verb. */
    public WebhookWire verb(String other) {
        verb = other;
        return this;
    }

    /** Uses another version of HTTP. */
    public WebhookWire version(String other) {
        version = other;
        return this;
    }

    /** Adds a header, however often it is there. */
    public WebhookWire header(String line) {
        headers.add(line);
        return this;
    }

    /** Announces another length than the body has. */
    public WebhookWire announcing(long length) {
        framing = Optional.of("Content-Length: " + length);
        return this;
    }

    /** Announces no length at all. */
    public WebhookWire withoutLength() {
        framing = Optional.empty();
        return this;
    }

    /** Sends the body in chunks. */
    public WebhookWire chunked(int size) {
        framing = Optional.of("Transfer-Encoding: chunked");
        chunk = size;
        return this;
    }

    /** Sends the first bytes of the body only. */
    public WebhookWire cut(int bytes) {
        body = java.util.Arrays.copyOf(body, Math.min(bytes, body.length));
        return this;
    }

    /** Returns the head alone. */
    public byte[] head() {
        String path = "/hook" + (query.isEmpty() ? "" : "?" + query);
        StringBuilder head = new StringBuilder(verb + " " + path + " " + version + "\r\n");
        headers.forEach(line -> head.append(line).append("\r\n"));
        framing.ifPresent(line -> head.append(line).append("\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Returns all bytes. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head());
        if (chunk == 0) {
            bytes.writeBytes(body);
            return bytes.toByteArray();
        }
        for (int from = 0; from < body.length; from += chunk) {
            int length = Math.min(chunk, body.length - from);
            bytes.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            bytes.write(body, from, length);
            bytes.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        bytes.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        return bytes.toByteArray();
    }
}
