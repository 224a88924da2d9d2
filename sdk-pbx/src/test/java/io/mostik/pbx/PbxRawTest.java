package io.mostik.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Effect;
import io.mostik.core.Secret;
import io.mostik.core.json.Json;
import io.mostik.core.test.VendorServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PbxRawTest {

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    PbxClient pbx;

    @BeforeEach
    void connect() {
        pbx = PbxClient.builder()
                .baseUri(vendor.uri())
                .credentials("crm-api", Secret.of("pw"))
                .build();
    }

    @AfterEach
    void close() {
        pbx.close();
    }

    @Test
    void givenOperationWithoutMethod_whenReading_thenSendsCredentials() {
        vendor.answers(200, "{\"queues\":[\"a\"]}");

        Json answer = pbx.raw()
                .call(Effect.READ, "GET", "/api/queues")
                .query("active", 1)
                .send();

        assertThat(answer.get("queues").elements()).hasSize(1);
        assertThat(vendor.received().target()).isEqualTo("/api/queues?active=1&username=crm-api&password=pw");
    }
}
