package io.mostik.pbx.vcclive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.Effect;
import io.mostik.core.Secret;
import io.mostik.core.json.Json;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawRequestTest {

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    final ManualTime time = new ManualTime();
    VccLive vcc;

    @BeforeEach
    void connect() {
        vcc = VccLive.builder()
                .customer("mycc")
                .token(Secret.of("test-token"))
                .baseUri(vendor.uri() + "/v2")
                .http(http -> http.time(time))
                .build();
    }

    @AfterEach
    void close() {
        vcc.close();
    }

    @Test
    void givenReadOfAnUndescribedResource_whenAsking_thenRepeatsAndGivesTheContent() {
        vendor.answers(VccReply.text(503, "")).answers(VccReply.response("{\"a\":[1]}"));

        Json answer = vcc.request(RawRequest.builder()
                .effect(Effect.READ)
                .method("GET")
                .path("/dashboard")
                .build());

        assertThat(answer.get("a").elements()).hasSize(1);
        assertThat(vendor.count()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dashboard", "/a?b=c", "/a#b", "/a//b", "/a/../b", "/a/./b", "/", "/a\\b"})
    void givenPathThatLeavesItsPlace_whenAsking_thenRefusesBeforeSending(String path) {
        assertThatThrownBy(() -> vcc.request(RawRequest.builder()
                        .effect(Effect.READ)
                        .method("GET")
                        .path(path)
                        .build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("path");

        assertThat(vendor.count()).isZero();
    }

    @Test
    void givenOtherVerbOrABodyWhereThereIsNone_whenBuilding_thenRefuses() {
        RawRequest.Builder get = RawRequest.builder()
                .effect(Effect.READ)
                .method("GET")
                .path("/a")
                .body(Json.of("x"));

        assertThatThrownBy(get::build).hasMessageContaining("body");
        assertThatThrownBy(() -> RawRequest.builder()
                        .effect(Effect.ONCE)
                        .method("PATCH")
                        .path("/a")
                        .build())
                .hasMessageContaining("method");
        assertThatThrownBy(() -> RawRequest.builder().method("GET").path("/a").build())
                .hasMessageContaining("effect");
    }
}
