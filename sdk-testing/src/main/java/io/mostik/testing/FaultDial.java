package io.mostik.testing;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Spoils the next requests. Each setting is for one request and any path, unless narrowed by {@link Setting}; of several
 * that fit a request the oldest is used. Thread-safe.
 */
public final class FaultDial {

    private static final byte[] PAGE = "<html><body>\u0001 502 from a box on the way".getBytes(StandardCharsets.UTF_8);

    private final List<Setting> settings = new ArrayList<>();

    FaultDial() {}

    /** Answers with this status and no body; the script is not called. */
    public Setting answer(int status) {
        return answer(Answer.empty(status));
    }

    /** Answers with this; the script is not called. */
    public Setting answer(Answer answer) {
        requireNonNull(answer, "answer");
        return dial(exchange -> exchange.send(answer));
    }

    /** Answers 200 {@code application/json} with a page that is no JSON; the script is not called. */
    public Setting garbage() {
        return answer(Answer.bytes(200, "application/json", PAGE));
    }

    /** Sends bytes that are no HTTP and ends the connection; the script is not called. */
    public Setting notHttp() {
        return dial(exchange -> exchange.sayRaw(PAGE));
    }

    /** Never answers; the script is not called. Ends when the client leaves or the server closes. */
    public Setting stall() {
        return dial(Exchange::hold);
    }

    /** Reads the request and ends the connection without an answer; the script is not called. */
    public Setting dropBeforeActing() {
        return dial(Exchange::drop);
    }

    /** Reads the request and resets the connection; the script is not called. */
    public Setting resetBeforeActing() {
        return dial(Exchange::reset);
    }

    /** Lets the script execute the request, then ends the connection without an answer. */
    public Setting actThenDrop() {
        return dial(exchange -> {
            exchange.act();
            exchange.drop();
        });
    }

    /** Lets the script execute the request, then resets the connection. */
    public Setting actThenReset() {
        return dial(exchange -> {
            exchange.act();
            exchange.reset();
        });
    }

    /** Lets the script execute the request, then answers with this status and no body all the same. */
    public Setting actThenAnswer(int status) {
        return dial(exchange -> {
            exchange.act();
            exchange.send(Answer.empty(status));
        });
    }

    /** Lets the script execute the request, then never answers. */
    public Setting actThenStall() {
        return dial(exchange -> {
            exchange.act();
            exchange.hold();
        });
    }

    /** Lets the script execute the request, sends the head and half of the body, then ends the connection. */
    public Setting cutBody() {
        return dial(exchange -> exchange.sendHalf(exchange.act()));
    }

    /** Lets the script execute the request and sends the body byte by byte, with this pause before each. */
    public Setting slowBody(Duration perByte) {
        requireNonNull(perByte, "perByte");
        return dial(exchange -> exchange.drip(exchange.act(), perByte));
    }

    /** Lets the script execute the request at once and holds its answer back for so long. */
    public Setting delay(Duration pause) {
        requireNonNull(pause, "pause");
        return dial(exchange -> {
            Answer answer = exchange.act();
            exchange.pause(pause);
            exchange.send(answer);
        });
    }

    /** Takes back every setting. */
    public synchronized void off() {
        settings.clear();
    }

    synchronized Fault take(Received request) {
        for (Iterator<Setting> each = settings.iterator(); each.hasNext(); ) {
            Setting setting = each.next();
            if (setting.fits(request)) {
                setting.left--;
                if (setting.left == 0) {
                    each.remove();
                }
                return setting.fault;
            }
        }
        return Fault.NONE;
    }

    private synchronized Setting dial(Fault fault) {
        Setting setting = new Setting(this, fault);
        settings.add(setting);
        return setting;
    }

    /** One turn of the dial, already in force; its methods narrow or prolong it. */
    public static final class Setting {

        private final FaultDial dial;
        private final Fault fault;
        private int left = 1;
        private String method = "";
        private String path = "";

        private Setting(FaultDial dial, Fault fault) {
            this.dial = dial;
            this.fault = fault;
        }

        /** Spoils so many requests instead of one. */
        public Setting times(int requests) {
            if (requests < 1) {
                throw new IllegalArgumentException("requests must be positive: " + requests);
            }
            synchronized (dial) {
                left = requests;
            }
            return this;
        }

        /** Spoils only requests with this verb and a path of this shape, such as {@code /orders/{id}}. */
        public Setting on(String onlyMethod, String pathOrTemplate) {
            synchronized (dial) {
                method = requireNonNull(onlyMethod, "onlyMethod");
                path = requireNonNull(pathOrTemplate, "pathOrTemplate");
            }
            return this;
        }

        private boolean fits(Received request) {
            return method.isEmpty()
                    || (method.equals(request.method()) && request.match(path).isPresent());
        }
    }
}
