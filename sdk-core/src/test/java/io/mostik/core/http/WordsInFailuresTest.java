package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.ApiException;
import io.mostik.core.DecodingException;
import io.mostik.core.Outcome;
import io.mostik.core.Secret;
import io.mostik.core.json.JsonType;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsInFailuresTest {

    private static final Endpoint<Map<String, Client>> CREATE =
            Endpoint.once("clients.create", "POST", "/clients", JsonType.mapOf(Client.class));

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    ApiClient client;

    record Client(String name, LocalDate born) {}

    @BeforeEach
    void connect() {
        ClientConfig config = ClientConfig.builder()
                .baseUri(vendor.uri())
                .time(new ManualTime())
                .build();
        client = ApiClient.builder(config)
                .authorizer(Authorizer.bearer(Secret.of("canary-token")))
                .build();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 ", "a@b.c", ".c", "1234567890, ", "@", "(1"})
    void givenLongErrorText_whenCalling_thenIsOneApiException(String piece) {
        vendor.answers(400, "a@b" + piece.repeat(60_000 / piece.length()));

        ApiException failure = catchThrowableOfType(
                ApiException.class, () -> client.call(CREATE).send());

        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(failure.error().message()).hasSizeLessThanOrEqualTo(401);
        assertThat(failure.attempts()).hasSize(1);
    }

    @Test
    void givenOneOddField_whenDecoding_thenNothingOfItIsTold() {
        vendor.answers(200, "{\"Polna 7\":{\"name\":\"Anna Kowalska\",\"born\":\"not known\"}}");

        DecodingException failure = catchThrowableOfType(
                DecodingException.class, () -> client.call(CREATE).send());

        assertThat(failure.toString())
                .contains("not a valid LocalDate at $[key].born (a JSON object of 55 bytes)")
                .doesNotContain("Anna", "Polna", "not known");
    }

    @Test
    void givenEchoedKeyAsRequestId_whenFailing_thenKeyIsNotShown() {
        vendor.answers(409, "X-Request-Id", "id canary-token " + "y".repeat(300), "busy");

        ApiException failure = catchThrowableOfType(
                ApiException.class, () -> client.call(CREATE).send());

        assertThat(failure.requestId())
                .hasValueSatisfying(
                        id -> assertThat(id).startsWith("id *** yyy").hasSizeLessThan(120));
        assertThat(failure).hasMessageNotContaining("canary-token");
    }

    @Test
    void givenErrorNamingSomebody_whenFailing_thenOnlyItHoldsName() {
        vendor.answers(409, "Client Anna Kowalska exists since 2026-11-29 10:15:00, order 1234567890123");

        ApiException failure = catchThrowableOfType(
                ApiException.class, () -> client.call(CREATE).send());

        assertThat(failure).hasMessageNotContaining("Kowalska");
        assertThat(failure.error().message())
                .contains("Kowalska exists since 2026-11-29 10:15:00, order 1234567890123");
    }
}
