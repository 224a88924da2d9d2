package io.mostik.testing;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Injects faults into the next requests. Each setting is for one request and any path, unless narrowed by
 * {@link Setting}; of several that fit a request the oldest is used. Thread-safe.
 */
public final class FaultInjector {

    private static final byte[] PAGE = "<html><body>\u0001 502 from a box on the way".getBytes(StandardCharsets.UTF_8);

    private final List<Setting> settings = new ArrayList<>();
    private final LateRequests late;

    FaultInjector(SimulatedClock clock) {
        this.late = new LateRequests(clock);
    }

    /** Answers with this status and no body; the handler is not called. */
    public Setting answer(int status) {
        return answer(Answer.empty(status));
    }

    /** Answers with this; the handler is not called. */
    public Setting answer(Answer answer) {
        requireNonNull(answer, "answer");
        return inject(exchange -> exchange.send(answer));
    }

    /** Answers 200 {@code application/json} with a page that is no JSON; the handler is not called. */
    public Setting garbage() {
        return answer(Answer.bytes(200, "application/json", PAGE));
    }

    /** Sends bytes that are no HTTP and ends the connection; the handler is not called. */
    public Setting notHttp() {
        return inject(exchange -> exchange.sayRaw(PAGE));
    }

    /** Never answers; the handler is not called. Ends when the client leaves or the server closes. */
    public Setting stall() {
        return inject(Exchange::hold);
    }

    /** Reads the request and ends the connection without an answer; the handler is not called. */
    public Setting dropBeforeActing() {
        return inject(Exchange::drop);
    }

    /** Reads the request and resets the connection; the handler is not called. */
    public Setting resetBeforeActing() {
        return inject(Exchange::reset);
    }

    /** Lets the handler execute the request, then ends the connection without an answer. */
    public Setting actThenDrop() {
        return inject(exchange -> {
            exchange.act();
            exchange.drop();
        });
    }

    /** Lets the handler execute the request, then resets the connection. */
    public Setting actThenReset() {
        return inject(exchange -> {
            exchange.act();
            exchange.reset();
        });
    }

    /** Lets the handler execute the request, then answers with this status and no body all the same. */
    public Setting actThenAnswer(int status) {
        return inject(exchange -> {
            exchange.act();
            exchange.send(Answer.empty(status));
        });
    }

    /** Lets the handler execute the request, then never answers. */
    public Setting actThenStall() {
        return inject(exchange -> {
            exchange.act();
            exchange.hold();
        });
    }

    /** Lets the handler execute the request, sends the head and half of the body, then ends the connection. */
    public Setting cutBody() {
        return inject(exchange -> exchange.sendHalf(exchange.answer()));
    }

    /** Lets the handler execute the request and sends the body byte by byte, with this pause before each. */
    public Setting slowBody(Duration perByte) {
        requireNonNull(perByte, "perByte");
        return inject(exchange -> exchange.drip(exchange.answer(), perByte));
    }

    /** Lets the handler execute the request at once and holds its answer back for so long. */
    public Setting delay(Duration pause) {
        requireNonNull(pause, "pause");
        return inject(exchange -> {
            Answer answer = exchange.answer();
            exchange.pause(pause);
            exchange.send(answer);
        });
    }

    /**
     * Reads the request and ends the connection without an answer; the handler is called only after this long by the
     * simulator's clock, when the caller has long gone. On a clock that stands, the request arrives as the test
     * advances the clock past that time, on the test's thread, or by {@link #deliverLate}; on a running one by itself.
     * What the handler answers then is dropped.
     */
    public Setting actLater(Duration delay) {
        return later(delay, Exchange::drop);
    }

    /** Like {@link #actLater}, but never answers instead of ending the connection. */
    public Setting stallThenActLater(Duration delay) {
        return later(delay, Exchange::hold);
    }

    /** Lets every late request arrive now, in the order they are due, and returns how many that were. */
    public int deliverLate() {
        return late.deliver();
    }

    /** Returns how many late requests are still on their way. */
    public int late() {
        return late.size();
    }

    /** Returns how many settings are in force. */
    public synchronized int waiting() {
        return settings.size();
    }

    /** Takes back every setting; requests that are late already still arrive. */
    public synchronized void off() {
        settings.clear();
    }

    synchronized Fault take(RecordedRequest request) {
        for (Iterator<Setting> each = settings.iterator(); each.hasNext(); ) {
            Setting setting = each.next();
            if (setting.pattern.fits(request)) {
                setting.left--;
                if (setting.left == 0) {
                    each.remove();
                }
                return setting.fault;
            }
        }
        return Fault.NONE;
    }

    void forgetLate() {
        late.forget();
    }

    private Setting later(Duration delay, Fault meanwhile) {
        requireNonNull(delay, "delay");
        return inject(exchange -> {
            late.add(delay, exchange::act);
            meanwhile.play(exchange);
        });
    }

    private synchronized Setting inject(Fault fault) {
        Setting setting = new Setting(this, fault);
        settings.add(setting);
        return setting;
    }

    /** One injected fault, already in force; its methods narrow or prolong it. */
    public static final class Setting {

        private final FaultInjector owner;
        private final Fault fault;
        private int left = 1;
        private RequestPattern pattern = RequestPattern.ANY;

        private Setting(FaultInjector owner, Fault fault) {
            this.owner = owner;
            this.fault = fault;
        }

        /** Spoils so many requests instead of one. */
        public Setting times(int requests) {
            if (requests < 1) {
                throw new IllegalArgumentException("requests must be positive: " + requests);
            }
            synchronized (owner) {
                left = requests;
            }
            return this;
        }

        /** Spoils only requests with this verb and a path of this shape, such as {@code /orders/{id}}. */
        public Setting on(String onlyMethod, String pathOrTemplate) {
            RequestPattern only = new RequestPattern(onlyMethod, pathOrTemplate);
            synchronized (owner) {
                pattern = only;
            }
            return this;
        }
    }
}
