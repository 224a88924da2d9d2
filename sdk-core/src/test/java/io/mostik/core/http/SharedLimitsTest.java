package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.SdkException;
import io.mostik.core.Secret;
import io.mostik.core.json.Json;
import io.mostik.core.test.ManualTime;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients of one runtime share: all of one credential do, others never. */
class SharedLimitsTest {

    private static final Endpoint<Json> GET = Endpoint.read("things.get", "GET", "/things", Json.class);
    private static final RateLimit SLOW = RateLimit.per(1, Duration.ofSeconds(10));

    private final ManualTime time = new ManualTime();
    private final SdkRuntime runtime = SdkRuntime.create();
    private final List<ApiClient> clients = new ArrayList<>();
    private int status = 200;

    @AfterEach
    void close() {
        clients.forEach(ApiClient::close);
        runtime.close();
    }

    @Test
    void givenTwoCredentials_whenOneUsesItsTurn_thenTheOtherHasIts() {
        ApiClient one = client("http://localhost", bearer("one"));
        ApiClient other = client("http://localhost", bearer("other"));

        one.call(GET).send();
        other.call(GET).send();

        assertThat(time.pauses()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"http://LocalHost", "http://localhost:80", "http://localhost/v2"})
    void givenOtherSpellingOfTheHost_whenCalled_thenTheLimitIsTheSame(String spelling) {
        ApiClient one = client("http://localhost", bearer("one"));
        ApiClient same = client(spelling, bearer("one"));

        one.call(GET).send();
        same.call(GET).send();

        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(10));
    }

    @Test
    void givenSupplierPerClient_whenTokenIsTheSame_thenTheyShare() {
        Supplier<Secret> first = () -> Secret.of("token-one");
        Supplier<Secret> second = () -> Secret.of("token-one");
        ApiClient one = client("http://localhost", Authorizer.bearer(first));
        ApiClient same = client("http://localhost", Authorizer.bearer(second));

        one.call(GET).send();
        same.call(GET).send();

        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(10));
    }

    @Test
    void givenAccountWhoseTokensChange_whenCalled_thenItKeepsItsLimit() {
        ApiClient one = client("http://localhost", Authorizer.bearer("account", () -> Secret.of("token-one")));
        ApiClient same = client("http://localhost", Authorizer.bearer("account", () -> Secret.of("token-two")));

        one.call(GET).send();
        same.call(GET).send();

        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(10));
    }

    @Test
    void givenTwoCredentials_whenOneBudgetIsSpent_thenOtherRepeats() {
        ApiClient down = client("http://localhost", bearer("one"), RateLimit.none());
        ApiClient other = client("http://localhost", bearer("other"), RateLimit.none());
        status = 503;
        for (int i = 0; i < 60; i++) {
            failure(down);
        }

        assertThat(failure(down).attempts()).hasSize(1);
        assertThat(failure(other).attempts()).hasSize(3);
    }

    @Test
    void givenHosts_whenNormalised_thenPortAndLettersAreTheSame() {
        assertThat(SharedLimits.host(URI.create("https://API.vendor.example."))).isEqualTo("api.vendor.example:443");
        assertThat(SharedLimits.host(URI.create("https://api.vendor.example:8443")))
                .isEqualTo("api.vendor.example:8443");
    }

    private static SdkException failure(ApiClient client) {
        return catchThrowableOfType(SdkException.class, () -> client.call(GET).send());
    }

    private static Authorizer bearer(String name) {
        return Authorizer.bearer(Secret.of("token-" + name));
    }

    private ApiClient client(String uri, Authorizer authorizer) {
        return client(uri, authorizer, SLOW);
    }

    private ApiClient client(String uri, Authorizer authorizer, RateLimit limit) {
        ClientConfig config = ClientConfig.builder()
                .baseUri(uri)
                .time(time)
                .runtime(runtime)
                .rateLimit(limit)
                .transport(request -> ApiResponse.of(status, "{}".getBytes(StandardCharsets.UTF_8)))
                .build();
        ApiClient client = ApiClient.builder(config).authorizer(authorizer).build();
        clients.add(client);
        return client;
    }
}
