package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.Effect;
import io.mostik.core.Outcome;
import io.mostik.core.TransportException;
import io.mostik.core.json.Json;
import io.mostik.core.test.VendorServer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawApiTest {

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    private ApiClient client;
    private RawApi raw;

    @BeforeEach
    void connect() {
        client = ApiClient.builder(
                        ClientConfig.builder().baseUri(vendor.uri() + "/v2").build())
                .build();
        raw = RawApi.over(client);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void givenJsonBody_whenCalling_thenSendsItAndReturnsJson() {
        vendor.answers(200, "{\"data\":[{\"id\":5}]}");

        Json answer = raw.call(Effect.ONCE, "POST", "/things/{id}.d/")
                .path("id", "a b")
                .query("page", 2)
                .json(Json.of(Map.of("name", "x")))
                .send();

        assertThat(answer.get("data").elements().get(0).get("id").text()).contains("5");
        VendorServer.Sent sent = vendor.received();
        assertThat(sent.target()).isEqualTo("/v2/things/a%20b.d/?page=2");
        assertThat(sent.body()).isEqualTo("{\"name\":\"x\"}");
    }

    @Test
    void givenLostAnswer_whenCallingOnce_thenIsNotSentAgain() {
        vendor.dropsAnswer().answers(200, "{}");

        TransportException failure = catchThrowableOfType(
                TransportException.class,
                () -> raw.call(Effect.ONCE, "POST", "/things").json(Map.of()).send());

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.operation()).isEqualTo("raw.post");
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenLostAnswer_whenReading_thenIsSentAgain() {
        vendor.dropsAnswer().answers(200, "[1]");

        Json answer = raw.call(Effect.READ, "GET", "/things").send();

        assertThat(answer.elements()).hasSize(1);
        assertThat(vendor.count()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "things",
                "//other.example/",
                "http://other.example/",
                "/../x",
                "/a/..",
                "/a/./b",
                "/.",
                "/a//b",
                "/a?b=1",
                "/a#b",
                "/a@b",
                "/a b",
                "/%2e%2e/b",
                "/a\\b",
                "/{a",
                "/{a/b}"
            })
    void givenPathThatCouldLeaveTheBase_whenCalling_thenIsRefused(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> raw.call(Effect.READ, "GET", path))
                .withMessageContaining("path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "a/b", ""})
    void givenValueThatLeavesItsSegment_whenCalling_thenIsRefused(String value) {
        Call<Json> call = raw.call(Effect.READ, "GET", "/things/{id}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> call.path("id", value))
                .withMessageContaining("id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "TRACE", "CONNECT", "GET /x", ""})
    void givenOtherVerb_whenCalling_thenIsRefused(String method) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> raw.call(Effect.READ, method, "/things"))
                .withMessageContaining("method");
    }
}
