package io.mostik.remonline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.ApiException;
import io.mostik.core.AuthException;
import io.mostik.core.DecodingException;
import io.mostik.core.NotFoundException;
import io.mostik.core.Outcome;
import io.mostik.core.Secret;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import io.mostik.remonline.orders.OrderQuery;
import java.time.Duration;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RemOnlineTest {

    private static final String KEY = "canary-key-8c1f";

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    final ManualTime time = new ManualTime();
    RemOnline remonline;

    @BeforeEach
    void connect() {
        remonline = RemOnline.builder()
                .apiKey(Secret.of(KEY))
                .baseUri(vendor.uri())
                .http(http -> http.time(time))
                .build();
    }

    @AfterEach
    void close() {
        remonline.close();
    }

    @Test
    void givenNoKey_whenBuilding_thenNamesTheSetting() {
        assertThatThrownBy(() -> RemOnline.builder().build()).hasMessageContaining("apiKey");
    }

    @Test
    void givenPlainHttpToAnotherMachine_whenBuilding_thenNamesSetting() {
        assertThatThrownBy(() -> RemOnline.builder()
                        .apiKey(Secret.of(KEY))
                        .baseUri("http://api.roapp.example/v2")
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("baseUri");
    }

    @Test
    void givenKey_whenCalling_thenSendsItAsBearer() {
        vendor.answers(200, "{\"id\":1}");

        remonline.orders().get(1);

        assertThat(vendor.received().header("Authorization")).isEqualTo("Bearer " + KEY);
    }

    @Test
    void givenWrongKey_whenCalling_thenTriesOnceAndHidesTheKey() {
        vendor.answers(401, "{\"success\":false,\"code\":401,\"message\":\"bad key " + KEY + "\"}");

        AuthException failure = catchThrowableOfType(
                AuthException.class, () -> remonline.orders().get(1));

        assertThat(failure.code()).contains("401");
        assertThat(failure).hasMessageContaining("bad key ***").hasMessageNotContaining(KEY);
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenEmptyTextFor404_whenGetting_thenSaysNotFound() {
        vendor.answers(new MockResponse.Builder().code(404).addHeader("Content-Type", "text/plain"));

        assertThatThrownBy(() -> remonline.orders().get(1)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void givenFieldErrors_whenWriting_thenTellsThemByField() {
        vendor.answers(400, "{\"success\":false,\"message\":{\"validation\":{\"status_id\":[\"unknown\",\"again\"]}}}");

        ApiException failure = catchThrowableOfType(
                ApiException.class, () -> remonline.orders().setStatus(1, 2, ""));

        assertThat(failure.error().details()).containsEntry("status_id", "unknown, again");
        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void givenSuccessFalseWith200_whenReading_thenIsAnError() {
        vendor.answers(200, "{\"success\":false,\"code\":7,\"message\":\"no\"}");

        assertThatThrownBy(() -> remonline.orders().get(1)).isInstanceOf(ApiException.class);
    }

    @Test
    void givenGarbage_whenReading_thenSaysWhatAndWhere() {
        vendor.answers(200, "<html>").answers(200, "<html>").answers(200, "<html>");

        DecodingException failure = catchThrowableOfType(
                DecodingException.class, () -> remonline.orders().get(1));

        assertThat(failure.operation()).isEqualTo("orders.get");
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure).hasMessageContaining("proxy or portal");
    }

    @Test
    void givenMissingId_whenReading_thenNamesIt() {
        vendor.answers(200, "{}").answers(200, "{}").answers(200, "{}");

        assertThatThrownBy(() -> remonline.orders().get(1))
                .isInstanceOf(DecodingException.class)
                .hasMessageContaining("id is missing");
    }

    @Test
    void givenTenCalls_whenCallingThemInARow_thenKeepsToThreeASecond() {
        for (int i = 0; i < 10; i++) {
            vendor.answers(200, "{\"id\":1}");
        }

        for (int i = 0; i < 10; i++) {
            remonline.orders().get(1);
        }

        Duration waited = time.pauses().stream().reduce(Duration.ZERO, Duration::plus);
        assertThat(waited).isBetween(Duration.ofMillis(2_900), Duration.ofMillis(3_100));
    }

    @Test
    void givenRangeThatEndsFirst_whenBuilding_thenRefuses() {
        OrderQuery.Builder query = OrderQuery.builder();

        assertThatThrownBy(() -> query.createdBetween(time.now(), time.now().minusSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("range");
        assertThat(vendor.count()).isZero();
    }
}
