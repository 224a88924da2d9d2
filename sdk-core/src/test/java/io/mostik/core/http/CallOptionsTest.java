package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.ApiException;
import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.Secret;
import io.mostik.core.TransportException;
import io.mostik.core.json.Json;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CallOptionsTest {

    private static final Endpoint<Json> GET = Endpoint.read("things.get", "GET", "/things", Json.class);
    private static final Endpoint<Json> CREATE = Endpoint.once("things.create", "POST", "/things", Json.class);

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    private final ManualTime time = new ManualTime();
    private ApiClient client;

    @BeforeEach
    void connect() {
        client = ApiClient.builder(
                        ClientConfig.builder().baseUri(vendor.uri()).time(time).build())
                .build();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void givenOtherCredentials_whenCalling_thenTheyAreSentAndHidden() {
        vendor.answers(200, "{}").answers(400, "you sent other-canary");
        ApiClient other = client.with(CallOptions.builder()
                .authorizer(Authorizer.bearer(Secret.of("other-canary")))
                .build());

        other.call(GET).send();
        ApiException refused = catchThrowableOfType(
                ApiException.class,
                () -> other.with(CallOptions.none()).call(CREATE).send());

        assertThat(vendor.received().header("Authorization")).isEqualTo("Bearer other-canary");
        assertThat(vendor.received().header("Authorization")).isEqualTo("Bearer other-canary");
        assertThat(refused.error().message()).isEqualTo("you sent ***");
    }

    @Test
    void givenOtherCredentials_whenTheirLimitIsUsedUp_thenOursIsNot() {
        vendor.answers(200, "{}").answers(200, "{}").answers(200, "{}");
        try (ApiClient limited = ApiClient.builder(ClientConfig.builder()
                        .baseUri(vendor.uri())
                        .time(time)
                        .rateLimit(RateLimit.per(1, Duration.ofSeconds(10)))
                        .build())
                .build()) {
            ApiClient other = limited.with(CallOptions.builder()
                    .authorizer(Authorizer.bearer(Secret.of("other")))
                    .build());

            limited.call(GET).send();
            other.call(GET).send();

            assertThat(time.pauses()).isEmpty();
            other.call(GET).send();
            assertThat(time.pauses()).containsExactly(Duration.ofSeconds(10));
        }
    }

    @Test
    void givenViewOfOwnOptions_whenCalling_thenTheLimitIsTheSame() {
        vendor.answers(200, "{}").answers(200, "{}");
        try (ApiClient limited = ApiClient.builder(ClientConfig.builder()
                        .baseUri(vendor.uri())
                        .time(time)
                        .rateLimit(RateLimit.per(1, Duration.ofSeconds(10)))
                        .build())
                .build()) {
            ApiClient other = limited.with(CallOptions.builder()
                    .authorizer(Authorizer.bearer(Secret.of("other")))
                    .build());
            ApiClient further = other.with(
                    other.options().toBuilder().putExtraQuery("a", "1").build());

            other.call(GET).send();
            further.call(GET).send();

            assertThat(time.pauses()).containsExactly(Duration.ofSeconds(10));
        }
        assertThat(vendor.received().header("Authorization")).isEqualTo("Bearer other");
        assertThat(vendor.received().header("Authorization")).isEqualTo("Bearer other");
    }

    @Test
    void givenEchoedKeyAsRequestId_whenSuccessful_thenItIsNotTold() {
        vendor.answers(200, "X-Request-Id", "canary-key", "{}");
        ApiClient keyed = client.with(CallOptions.builder()
                .authorizer(Authorizer.bearer(Secret.of("canary-key")))
                .build());

        CallResult<Json> result = keyed.call(GET).sendWithResponse();

        assertThat(result.requestId()).contains("***");
    }

    @Test
    void givenEchoedKeyAsRequestId_whenListening_thenItIsNotTold() {
        vendor.answers(200, "X-Request-Id", "canary-key", "{}");
        List<Object> told = new ArrayList<>();
        ClientConfig config = ClientConfig.builder()
                .baseUri(vendor.uri())
                .time(time)
                .listener(new CallListener() {
                    @Override
                    public void onExchange(Exchange exchange) {
                        told.add(exchange);
                    }

                    @Override
                    public void onCall(Finished finished) {
                        told.add(finished);
                    }
                })
                .build();
        try (ApiClient keyed = ApiClient.builder(config)
                .authorizer(Authorizer.bearer(Secret.of("canary-key")))
                .build()) {

            keyed.call(GET).send();
        }

        assertThat(told)
                .hasSize(2)
                .allSatisfy(
                        event -> assertThat(event).asString().contains("***").doesNotContain("canary"));
    }

    @Test
    void givenAnswer_whenSentWithResponse_thenSaysWhatItCarried() {
        vendor.answers(503).answers(201, "X-Request-Id", "id-7", "{\"name\":\"first\"}");

        CallResult<Json> result = client.call(GET).sendWithResponse();

        assertThat(result.value().get("name").text()).contains("first");
        assertThat(result.status()).isEqualTo(201);
        assertThat(result.headers().first("x-request-id")).contains("id-7");
        assertThat(result.requestId()).contains("id-7");
        assertThat(result.attempts()).isEqualTo(2);
        assertThat(result).asString().doesNotContain("first", "id-7");
    }

    @Test
    void givenResultListener_whenCallGoesWell_thenToldBeforeReturn() {
        vendor.answers(200, "{}");
        List<CallResult<?>> told = new ArrayList<>();

        with(options -> options.onResult(told::add)).call(GET).send();

        assertThat(told)
                .singleElement()
                .satisfies(result -> assertThat(result.status()).isEqualTo(200));
    }

    @Test
    void givenFailingListener_whenCallGoesWell_thenNothingChanges() {
        vendor.answers(200, "{}");

        Json answer = with(options -> options.onResult(result -> {
                    throw new IllegalStateException("mine");
                }))
                .call(GET)
                .send();

        assertThat(answer.isObject()).isTrue();
    }

    @Test
    void givenFieldsUnknownToTheSdk_whenWriting_thenTheyTravelToo() {
        vendor.answers(200, "{}");

        with(options -> options.putExtraQuery("trace", "a b").putExtraField("priority", new BigDecimal("1.50")))
                .call(CREATE)
                .json(Map.of("name", "x"))
                .send();

        VendorServer.Sent sent = vendor.received();
        assertThat(sent.target()).isEqualTo("/things?trace=a%20b");
        assertThat(sent.body()).isEqualTo("{\"name\":\"x\",\"priority\":1.50}");
    }

    @Test
    void givenFieldsUnknownToSdk_whenSendingForm_thenTheyTravelToo() {
        vendor.answers(200, "{}");

        with(options -> options.putExtraField("b", 2))
                .call(CREATE)
                .form(Map.of("a", 1))
                .send();

        assertThat(vendor.received().body()).isEqualTo("a=1&b=2");
    }

    @Test
    void givenExtraFields_whenThereIsNoBody_thenRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        with(options -> options.putExtraField("b", 2)).call(GET).send())
                .withMessageContaining("extraQuery");
    }

    @Test
    void givenPolicyOfTheCall_whenItFails_thenThatOneCounts() {
        vendor.answers(503).answers(200, "{}");

        SdkException failure = catchThrowableOfType(
                SdkException.class,
                () -> with(options -> options.retry(RetryPolicy.none()))
                        .call(GET)
                        .send());

        assertThat(failure.attempts()).hasSize(1);
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenTimeToSendThatIsOver_whenCalling_thenNothingIsSent() {
        ApiClient late = with(options -> options.sendBefore(time.now()));

        TransportException failure = catchThrowableOfType(
                TransportException.class, () -> late.call(CREATE).send());

        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(failure).hasMessageContaining("sendBefore");
        assertThat(vendor.count()).isZero();
    }

    @Test
    void givenTimeToSend_whenItEndsWhileConnecting_thenNoByteLeaves() {
        HostLookup.Resolver slow = host -> {
            time.advance(Duration.ofSeconds(3));
            return java.net.InetAddress.getAllByName(host);
        };
        try (SdkRuntime runtime = SdkRuntime.builder().resolver(slow).build();
                ApiClient other = ApiClient.builder(ClientConfig.builder()
                                .baseUri(vendor.uri().replace("127.0.0.1", "localhost"))
                                .runtime(runtime)
                                .time(time)
                                .build())
                        .build()) {
            ApiClient late = other.with(
                    CallOptions.builder().sendBefore(time.now().plusSeconds(2)).build());

            TransportException failure = catchThrowableOfType(
                    TransportException.class, () -> late.call(CREATE).send());

            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(failure).hasMessageContaining("sendBefore");
            assertThat(failure.attempts()).hasSize(1);
            assertThat(vendor.count()).isZero();
        }
    }

    @Test
    void givenTimeToSendThatIsToCome_whenCalling_thenIsSent() {
        vendor.answers(200, "{}");

        with(options -> options.sendBefore(time.now().plusMillis(1))).call(GET).send();

        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenTwoDeadlines_whenClientsIsShorter_thenItHolds() {
        Endpoint<Json> slow = CREATE.deadline(Duration.ofSeconds(60));
        List<Duration> left = new ArrayList<>();
        for (Duration ofClient : List.of(Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofMinutes(5))) {
            ClientConfig config = ClientConfig.builder()
                    .baseUri(vendor.uri())
                    .time(time)
                    .deadline(ofClient)
                    .transport(request -> {
                        left.add(request.deadline().remaining());
                        return ApiResponse.of(200, new byte[] {'{', '}'});
                    })
                    .build();
            try (ApiClient one = ApiClient.builder(config).build()) {
                one.call(slow).send();
            }
        }

        assertThat(left).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(60), Duration.ofSeconds(60));
    }

    private ApiClient with(Consumer<CallOptions.Builder> settings) {
        CallOptions.Builder options = CallOptions.builder();
        settings.accept(options);
        return client.with(options.build());
    }
}
