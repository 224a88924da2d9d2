package io.mostik.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;

/** One request on its way to an answer, with everything a fault may do to it. */
final class Exchange {

    /** The largest request body that is read. */
    static final int MAX_BODY = 16 * 1024 * 1024;

    private final HttpExchange http;
    private final ProxyConnection line;
    private final Vendor vendor;
    private boolean left;

    Exchange(HttpExchange http, ProxyConnection line, Vendor vendor) {
        this.http = http;
        this.line = line;
        this.vendor = vendor;
    }

    /** Lets the vendor's handler execute the request. */
    Answer act() {
        return vendor.act();
    }

    /** Lets the vendor's handler execute the request, and returns what is to be written. */
    Answer answer() {
        return vendor.mutate(act());
    }

    void send(Answer answer) throws IOException {
        leave();
        vendor.ended(Optional.of(answer), "answered");
        try (OutputStream out = sendHead(answer, length(answer))) {
            if (hasBody(answer)) {
                out.write(answer.body());
            }
        }
    }

    /** Declares the whole body, sends the first half; closing the exchange then ends the connection. */
    @SuppressWarnings("resource")
    void sendHalf(Answer answer) throws IOException {
        leave();
        vendor.ended(Optional.of(answer), "cut");
        byte[] body = answer.body();
        OutputStream out = sendHead(answer, Math.max(2, body.length));
        out.write(body, 0, body.length / 2);
        out.flush();
    }

    void drip(Answer answer, Duration perByte) throws IOException, InterruptedException {
        if (!hasBody(answer)) {
            send(answer);
            return;
        }
        vendor.ended(Optional.of(answer), "dripped");
        byte[] body = answer.body();
        try (OutputStream out = sendHead(answer, body.length)) {
            for (int i = 0; i < body.length; i++) {
                pause(perByte);
                if (i == body.length - 1) {
                    leave();
                }
                out.write(body[i]);
                out.flush();
            }
        }
    }

    /** Sends nothing: an exchange that is closed without an answer ends its connection. */
    void drop() {
        leave();
        vendor.ended(Optional.empty(), "dropped");
    }

    void reset() {
        leave();
        vendor.ended(Optional.empty(), "reset");
        line.reset();
    }

    void hold() throws InterruptedException {
        vendor.ended(Optional.empty(), "held");
        line.awaitClientGone();
    }

    void sayRaw(byte[] bytes) throws IOException {
        leave();
        vendor.ended(Optional.empty(), "not HTTP");
        line.say(bytes);
    }

    /** Waits, unless the client leaves before. */
    void pause(Duration pause) throws InterruptedException {
        line.awaitClientGone(pause);
    }

    /** Ends the request's stay here; has to come before its client can know that it is over. */
    void leave() {
        if (!left) {
            left = true;
            vendor.left();
        }
    }

    private OutputStream sendHead(Answer answer, long length) throws IOException {
        http.getResponseHeaders().putAll(answer.headers());
        http.sendResponseHeaders(answer.status(), length);
        return http.getResponseBody();
    }

    /** Returns the length as the server wants it said: minus one is none. */
    private long length(Answer answer) {
        return hasBody(answer) ? answer.body().length : -1;
    }

    private boolean hasBody(Answer answer) {
        return answer.body().length > 0
                && answer.status() != 204
                && answer.status() != 304
                && !http.getRequestMethod().equals("HEAD");
    }

    /** What the vendor does with the request. */
    interface Vendor {

        Answer act();

        /** Returns the answer as it is written. */
        Answer mutate(Answer answer);

        void left();

        /** Tells what is written, if anything, and how the exchange ends. */
        void ended(Optional<Answer> written, String ending);
    }
}
