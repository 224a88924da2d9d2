package io.mostik.remonline.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Secret;
import io.mostik.core.http.RateLimit;
import io.mostik.core.json.Json;
import io.mostik.core.test.VendorServer;
import io.mostik.remonline.RemOnline;
import java.util.Map;
import mockwebserver3.MockResponse;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The account has order 1 and estimate 2. */
class EstimateEventsTest {

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    private RemOnline remonline;

    @BeforeEach
    void connect() {
        vendor.dispatches(request -> switch (request.getTarget()) {
            case "/orders/1" -> new MockResponse(200, Headers.EMPTY, "{\"id\":1}");
            case "/estimates/2" -> new MockResponse(200, Headers.EMPTY, "{\"id\":2}");
            default -> new MockResponse(404, Headers.EMPTY, "");
        });
        remonline = RemOnline.builder()
                .apiKey(Secret.of("key-1"))
                .baseUri(vendor.uri())
                .http(http -> http.rateLimit(RateLimit.none()))
                .build();
    }

    @AfterEach
    void close() {
        remonline.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"order", "estimate"})
    void givenEventOfEstimate_whenFinding_thenIsNoOrder(String type) {
        RemOnlineEvent event = event(2, type);

        assertThat(remonline.orders().find(event)).isEmpty();
        assertThat(remonline.estimates().find(event))
                .hasValueSatisfying(found -> assertThat(found.id()).isEqualTo(2));
    }

    @Test
    void givenEventOfOrder_whenFinding_thenIsNoEstimate() {
        RemOnlineEvent event = event(1, "order");

        assertThat(remonline.orders().find(event)).isPresent();
        assertThat(remonline.estimates().find(event)).isEmpty();
        assertThat(remonline.estimates().find(event(2, "lead"))).isEmpty();
        assertThat(remonline.estimates().find(event(3, "order"))).isEmpty();
    }

    private static RemOnlineEvent event(long id, String type) {
        return RemOnlineEvent.builder()
                .id("e")
                .eventName(EventName.ORDER_STATUS_CHANGED)
                .context(Json.of(Map.of("object_id", id, "object_type", type)))
                .build();
    }
}
