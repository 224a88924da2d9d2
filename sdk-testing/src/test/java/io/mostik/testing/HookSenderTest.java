package io.mostik.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.testing.internal.PhpParameters;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HookSenderTest {

    final HookReceiver customer = new HookReceiver();
    final HookSender sender = new HookSender(3);

    @AfterEach
    void stop() {
        customer.close();
    }

    @Test
    void givenWillingReceiver_whenDelivered_thenOneRequestHasAll() {
        HookDelivery delivery =
                sender.deliver(OutgoingWebhook.postJson(customer.uri("/hook?key=s"), Map.of("name", "Kovács"))
                        .with("X-Sign", "abc"));

        assertThat(delivery.accepted()).isTrue();
        assertThat(delivery.attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.status()).hasValue(200);
            assertThat(attempt.text()).isEqualTo("OK");
        });
        assertThat(customer.received()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.query("key")).contains("s");
            assertThat(request.header("X-Sign")).contains("abc");
            assertThat(request.header("Content-Type")).contains("application/json");
            assertThat(request.json().path("name").asText()).isEqualTo("Kovács");
        });
        assertThat(delivery.hook().toString()).doesNotContain("key=", "abc");
    }

    @Test
    void givenRefusals_whenDelivered_thenRepeatsUntilTaken() {
        customer.answers(500, 503);

        HookDelivery delivery = sender.deliver(OutgoingWebhook.get(customer.uri("/hook")));

        assertThat(delivery.accepted()).isTrue();
        assertThat(delivery.attempts())
                .extracting(attempt -> attempt.status().orElse(0))
                .containsExactly(500, 503, 200);
        assertThat(sender.deliveries()).containsExactly(delivery);
    }

    @Test
    void givenBrokenConnections_whenDelivered_thenTriesAndGivesUp() {
        customer.faults().dropBeforeActing().times(9);

        HookDelivery delivery = sender.deliver(OutgoingWebhook.get(customer.uri("/hook")));

        assertThat(delivery.accepted()).isFalse();
        assertThat(delivery.attempts()).hasSize(3).allSatisfy(attempt -> {
            assertThat(attempt.status()).isEmpty();
            assertThat(attempt.failure()).isNotEmpty();
        });
        assertThat(customer.received()).hasSize(3);
    }

    @Test
    void givenVendorThatTakesOnly200_whenAnswered204_thenRepeats() {
        customer.answers(204);
        HookSender strict = new HookSender(2, Duration.ofSeconds(5), status -> status == 200);

        HookDelivery delivery = strict.deliver(OutgoingWebhook.post(customer.uri("/hook"), "text/plain", "x"));

        assertThat(delivery.attempts()).hasSize(2);
        assertThat(delivery.accepted()).isTrue();
    }

    @Test
    void givenNobodyListening_whenDelivered_thenTheFailureIsRecorded() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }

        HookDelivery delivery = sender.deliver(OutgoingWebhook.get(URI.create("http://127.0.0.1:" + port + "/")));

        assertThat(delivery.last().failure()).contains("refused");
    }

    @Test
    void givenNoAttempts_whenMade_thenRefused() {
        assertThatThrownBy(() -> new HookSender(0)).hasMessageContaining("maxAttempts");
    }

    @Test
    void givenNestedData_whenEncodedAsPhp_thenBracketsNameEachPlace() {
        String encoded = PhpParameters.encode(Map.of("call", Map.of("legs", List.of(Map.of("extension", "10 1")))));

        assertThat(encoded).isEqualTo("call%5Blegs%5D%5B0%5D%5Bextension%5D=10%201");
    }
}
