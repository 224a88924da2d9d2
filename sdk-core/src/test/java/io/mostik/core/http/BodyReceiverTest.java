package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.json.Json;
import io.mostik.core.test.ManualTime;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BodyReceiverTest {

    final ManualTime time = new ManualTime();
    final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    final List<String> events = new ArrayList<>();

    @AfterEach
    void stop() {
        scheduler.shutdownNow();
    }

    @Test
    void givenCutAnswer_whenReceivingFile_thenDiscardsThenTells() {
        BodyReceiver receiver = receiver();
        receiver.getBody().whenComplete((body, failure) -> events.add("told"));

        receiver.onSubscribe(new Ignoring());
        receiver.onError(new IOException("cut"));
        receiver.onError(new IOException("again"));

        assertThat(events).containsExactly("begin", "abort", "told");
    }

    private BodyReceiver receiver() {
        Endpoint<Json> endpoint = Endpoint.read("test", "GET", "/test", Json.class);
        CallPlan plan = TestRequest.plan(endpoint, Deadline.after(Duration.ofMinutes(1), time));
        return new BodyReceiver(plan, new Watchdog(scheduler), time, 100, false, new Noting());
    }

    private static final class Ignoring implements Flow.Subscription {

        @Override
        public void request(long n) {}

        @Override
        public void cancel() {}
    }

    private final class Noting implements BodySink {

        @Override
        public boolean wants(int status, ApiHeaders headers) {
            return true;
        }

        @Override
        public void begin() {
            events.add("begin");
        }

        @Override
        public void accept(ByteBuffer piece) {}

        @Override
        public void complete() {
            events.add("complete");
        }

        @Override
        public void abort() {
            events.add("abort");
        }
    }
}
