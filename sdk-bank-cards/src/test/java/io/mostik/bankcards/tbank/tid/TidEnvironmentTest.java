package io.mostik.bankcards.tbank.tid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.EnvironmentVariables;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TidEnvironmentTest {

    private static final String ID = "MOSTIK_TID_CLIENT_ID";
    private static final String SECRET = "MOSTIK_TID_CLIENT_SECRET";

    @Test
    void givenEnvironment_whenMadeOfIt_thenHasItsIdAndAddress() {
        EnvironmentVariables all = EnvironmentVariables.of(
                Map.of(ID, "partner", SECRET, "tid-secret", "MOSTIK_TID_URL", "http://localhost:7/tid"));

        try (Tid tid = Tid.builder().from(all).build()) {
            assertThat(tid.consentUri(Consent.of("https://shop.example/back", "state-1")))
                    .asString()
                    .startsWith("http://localhost:7/tid/auth/authorize?client_id=partner&");
        }
    }

    @Test
    void givenVariableMissing_whenMadeOfIt_thenNamesIt() {
        assertThatThrownBy(() -> Tid.builder().from(EnvironmentVariables.of(Map.of(SECRET, "x"))))
                .hasMessageContaining(ID);
        assertThatThrownBy(() -> Tid.builder().from(EnvironmentVariables.of(Map.of(ID, "x"))))
                .hasMessageContaining(SECRET);
    }
}
