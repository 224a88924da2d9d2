package io.mostik.remonline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.DecodingException;
import io.mostik.core.Effect;
import io.mostik.core.Outcome;
import io.mostik.core.Secret;
import io.mostik.core.TransportException;
import io.mostik.core.json.Json;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import io.mostik.remonline.common.ArrayStyle;
import io.mostik.remonline.orders.OrderQuery;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RawApiTest {

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    final ManualTime time = new ManualTime();
    RemOnline remonline;

    @BeforeEach
    void connect() {
        remonline = RemOnline.builder()
                .apiKey(Secret.of("canary-key-8c1f"))
                .baseUri(vendor.uri() + "/v2")
                .arrayStyle(ArrayStyle.BRACKETS)
                .http(http -> http.time(time))
                .build();
    }

    @AfterEach
    void close() {
        remonline.close();
    }

    @Test
    void givenUntypedEndpoint_whenReading_thenReturnsAnswerAsItCame() {
        vendor.answers(200, "{\"data\":[{\"id\":5}]}");

        Json answer = remonline
                .raw()
                .call(Effect.READ, "GET", "/finance/cashflow-categories")
                .query("page", 2)
                .send();

        assertThat(answer.get("data").elements().get(0).get("id").text()).contains("5");
        assertThat(vendor.received().target()).isEqualTo("/v2/finance/cashflow-categories?page=2");
    }

    @Test
    void givenLostAnswer_whenWritingOnce_thenSendsOnceAndHidesKey() {
        vendor.dropsAnswer().answers(200, "{}");

        TransportException failure = catchThrowableOfType(
                TransportException.class,
                () -> remonline
                        .rawUnversioned()
                        .call(Effect.ONCE, "POST", "/tasks/{id}/close")
                        .path("id", 7)
                        .json(Map.of())
                        .send());

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure).hasMessageNotContaining("canary-key-8c1f");
        assertThat(vendor.received().target()).isEqualTo("/tasks/7/close");
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenPathThatIsNone_whenCalling_thenRefusesBeforeSending() {
        for (String path : new String[] {"orders", "//other.example/", "/../x", "/a?b=1", "/a#b", "/a@b", "/a b"}) {
            assertThatThrownBy(() -> remonline.raw().call(Effect.READ, "GET", path))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("path");
        }
        assertThatThrownBy(() -> remonline.raw().call(Effect.READ, "get", "/a")).hasMessageContaining("method");
        assertThat(vendor.count()).isZero();
    }

    @Test
    void givenBrackets_whenListingInVersion2_thenWritesThem() {
        vendor.answers(200, "{\"data\":[]}");

        remonline
                .orders()
                .list(OrderQuery.builder()
                        .addStatuses(5, 6)
                        .createdSince(Instant.parse("2026-02-01T00:00:00Z"))
                        .build())
                .toList();

        assertThat(vendor.received().target())
                .isEqualTo("/v2/orders?page=1&statuses%5B%5D=5&statuses%5B%5D=6"
                        + "&created_at%5B%5D=2026-02-01T00%3A00%3A00Z");
    }

    @Test
    void givenPageParameterThatIsIgnored_whenListing_thenFails() {
        String page = "{\"data\":[{\"id\":1},{\"id\":2}],\"paging\":{\"page\":1,\"total_pages\":9,\"count\":18}}";
        vendor.answers(200, page).answers(200, page).answers(200, page);

        assertThatThrownBy(() -> remonline.orders().list(OrderQuery.all()).toList())
                .isInstanceOf(DecodingException.class)
                .hasMessageContaining("page 2");

        assertThat(vendor.count()).isEqualTo(2);
    }
}
