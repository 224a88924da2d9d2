package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.ApiException;
import io.mostik.core.NotFoundException;
import io.mostik.core.Outcome;
import io.mostik.core.Secret;
import io.mostik.core.TransportException;
import io.mostik.core.json.Json;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PipelineTest {

    private static final Endpoint<Json> GET = Endpoint.read("things.get", "GET", "/things/{id}", Json.class);
    private static final Endpoint<Json> DIAL = Endpoint.once("things.dial", "GET", "/dial", Json.class);
    private static final Endpoint<Json> CREATE = Endpoint.once("things.create", "POST", "/things", Json.class);

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    final ManualTime time = new ManualTime();
    ApiClient client;

    @BeforeEach
    void connect() {
        ClientConfig config =
                ClientConfig.builder().baseUri(vendor.uri()).time(time).build();
        client = ApiClient.builder(config)
                .authorizer(Authorizer.bearer(Secret.of("canary-token")))
                .build();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void givenThing_whenReadingIt_thenSendsOneRequestAndReadsAnswer() {
        vendor.answers(200, "{\"name\":\"first\"}");

        Json thing =
                client.call(GET).path("id", 7).query("tag", List.of("a b", "c")).send();

        VendorServer.Sent sent = vendor.received();
        assertThat(thing.get("name").text()).contains("first");
        assertThat(sent.target()).isEqualTo("/things/7?tag=a%20b&tag=c");
        assertThat(sent.header("Authorization")).isEqualTo("Bearer canary-token");
    }

    @Test
    void givenBusyVendor_whenReading_thenWaitsAsLongAsAsked() {
        vendor.answers(429, "Retry-After", "7", "").answers(200, "{}");

        client.call(GET).path("id", 7).send();

        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(7));
        assertThat(vendor.count()).isEqualTo(2);
    }

    @Test
    void givenLostAnswer_whenDialling_thenIsUnknownAndSentOnce() {
        vendor.dropsAnswer().answers(200, "{}");

        TransportException failure = catchThrowableOfType(
                TransportException.class, () -> client.call(DIAL).send());

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenAnswerThatIsDropped_whenReading_thenTriesAgain() {
        vendor.dropsAnswer().answers(200, "{}");

        client.call(GET).path("id", 7).send();

        assertThat(vendor.count()).isEqualTo(2);
    }

    @Test
    void givenErrorOfServer_whenCreating_thenDoesNotRepeat() {
        vendor.answers(500, "oops canary-token 4111111111111111 a@b.example");

        ApiException failure = catchThrowableOfType(
                ApiException.class, () -> client.call(CREATE).json(List.of()).send());

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure).hasMessageContaining("oops *** *** ***");
    }

    @Test
    void givenNothing_whenReading_thenSaysNotFound() {
        vendor.answers(404);

        NotFoundException failure = catchThrowableOfType(
                NotFoundException.class, () -> client.call(GET).path("id", 1).send());

        assertThat(failure.status()).isEqualTo(404);
        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void givenNoListener_whenCalling_thenSaysNotSent() {
        ClientConfig config =
                ClientConfig.builder().baseUri("http://127.0.0.1:1").time(time).build();
        try (ApiClient nobody = ApiClient.builder(config).build()) {
            TransportException failure = catchThrowableOfType(
                    TransportException.class, () -> nobody.call(DIAL).send());

            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(failure.attempts()).hasSize(3);
        }
    }
}
