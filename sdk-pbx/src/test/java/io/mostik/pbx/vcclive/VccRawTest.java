package io.mostik.pbx.vcclive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.ApiException;
import io.mostik.core.Effect;
import io.mostik.core.json.Json;
import io.mostik.core.test.VendorServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class VccRawTest {

    @RegisterExtension
    final VccExtension vcc = new VccExtension();

    final VendorServer vendor = vcc.vendor();

    @Test
    void givenUndescribedResource_whenReading_thenRetries() {
        vendor.answers(VccReply.text(503, "")).answers(VccReply.response("{\"a\":[1]}"));

        Json answer = vcc.client().raw().call(Effect.READ, "GET", "/dashboard").send();

        assertThat(answer.at("response", "a").elements()).hasSize(1);
        assertThat(vendor.count()).isEqualTo(2);
    }

    @Test
    void givenErrorInTheEnvelope_whenReading_thenThrows() {
        vendor.answers(VccReply.error(400, "error.x"));

        assertThatThrownBy(() -> vcc.client()
                        .raw()
                        .call(Effect.READ, "GET", "/dashboard")
                        .send())
                .isInstanceOf(ApiException.class);
    }

    @Test
    void givenPathOutsideTheBase_whenCalling_thenSendsNothing() {
        assertThatThrownBy(() -> vcc.client().raw().call(Effect.READ, "GET", "/a/../b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("path");

        assertThat(vendor.count()).isZero();
    }
}
