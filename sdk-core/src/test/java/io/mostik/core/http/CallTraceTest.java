package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.NotFoundException;
import io.mostik.core.json.Json;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CallTraceTest {

    private static final Endpoint<Json> GET = Endpoint.read("things.get", "GET", "/things", Json.class);

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    private final List<String> told = new ArrayList<>();

    @Test
    void givenTrace_whenCallIsRepeated_thenEachRequestHasItsHeaders() {
        vendor.answers(503, "").answers(200, "{}");

        call(new Listener("a", Map.of("traceparent", "00-1-2-01")));

        assertThat(vendor.received().header("traceparent")).isEqualTo("00-1-2-01");
        assertThat(vendor.received().header("traceparent")).isEqualTo("00-1-2-01");
        assertThat(told).containsExactly("a starts things.get id-7", "a finished id-7", "a done 2 id-7");
    }

    @Test
    void givenTrace_whenTheCallFails_thenItIsToldOnceWhatFailed() {
        vendor.answers(404, "X-Request-Id", "vendor-1", "{}");

        NotFoundException failure =
                catchThrowableOfType(NotFoundException.class, () -> call(new Listener("a", Map.of())));

        assertThat(failure.requestId()).contains("vendor-1");
        assertThat(told)
                .containsExactly("a starts things.get id-7", "a finished vendor-1", "a failed NotFoundException");
    }

    @Test
    void givenTwoListeners_whenCalling_thenTheInnerTraceEndsFirst() {
        vendor.answers(200, "{}");

        call(CallListener.all(List.of(new Listener("a", Map.of("x-a", "1")), new Listener("b", Map.of("x-b", "2")))));

        VendorServer.Sent sent = vendor.received();
        assertThat(List.of(sent.header("x-a"), sent.header("x-b"))).containsExactly("1", "2");
        assertThat(told).endsWith("b done 1 id-7", "a done 1 id-7");
    }

    @Test
    void givenThrowingListener_whenCalling_thenOthersAndCallGoOn() {
        vendor.answers(200, "{}");
        CallListener broken = new CallListener() {
            @Override
            public CallTrace onStart(Started started) {
                throw new IllegalStateException("broken");
            }

            @Override
            public void onCall(Finished finished) {
                throw new IllegalStateException("broken");
            }
        };

        call(CallListener.all(List.of(broken, new Listener("a", Map.of("bad name", "1", "x-good", "2")))));

        assertThat(vendor.received().header("x-good")).isEqualTo("2");
        assertThat(told).contains("a finished id-7", "a done 1 id-7");
    }

    private void call(CallListener listener) {
        ClientConfig config = ClientConfig.builder()
                .baseUri(vendor.uri())
                .time(new ManualTime())
                .listener(listener)
                .build();
        try (ApiClient client = ApiClient.builder(config).build()) {
            Json unused = client.with(CallOptions.builder().requestId("id-7").build())
                    .call(GET)
                    .send();
        }
    }

    private final class Listener implements CallListener {

        private final String name;
        private final Map<String, String> headers;

        Listener(String name, Map<String, String> headers) {
            this.name = name;
            this.headers = headers;
        }

        @Override
        public CallTrace onStart(Started started) {
            told.add(name + " starts " + started.operation() + " "
                    + started.requestId().orElse("-"));
            return new CallTrace() {
                @Override
                public Map<String, String> headers() {
                    return headers;
                }

                @Override
                public void onSuccess(CallResult<?> result) {
                    told.add(name + " done " + result.attempts() + " "
                            + result.requestId().orElse("-"));
                }

                @Override
                public void onFailure(Throwable failure) {
                    told.add(name + " failed " + failure.getClass().getSimpleName());
                }
            };
        }

        @Override
        public void onCall(Finished finished) {
            Optional<String> id = finished.requestId();
            told.add(name + " finished " + id.orElse("-"));
        }
    }
}
