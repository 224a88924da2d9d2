package io.mostik.pbx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mostik.core.EnvironmentVariables;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PbxEnvironmentTest {

    @Test
    void givenAllVariables_whenTaken_thenTheClientIsMade() {
        EnvironmentVariables all = EnvironmentVariables.of(Map.of(
                "MOSTIK_PBX_URL", "https://pbx.example",
                "MOSTIK_PBX_USER", "user",
                "MOSTIK_PBX_PASSWORD", "password-from-env"));

        try (PbxClient client = PbxClient.builder().from(all).build()) {
            assertThat(client).isNotNull();
        }
    }

    @Test
    void givenKeyInTheEnvironment_whenTaken_thenItIsTheCredential() {
        EnvironmentVariables key = EnvironmentVariables.of(
                Map.of("MOSTIK_PBX_URL", "https://pbx.example", "MOSTIK_PBX_KEY", "key-from-env"));
        PbxProfile header = PbxProfile.builder()
                .credentialPlacement(CredentialPlacement.HEADER)
                .build();

        try (PbxClient client = PbxClient.builder().profile(header).from(key).build()) {
            assertThat(client).isNotNull();
        }
    }

    @Test
    void givenNoVariables_whenTaken_thenNamesTheMissingOne() {
        EnvironmentVariables none = EnvironmentVariables.of(Map.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PbxClient.builder().from(none))
                .withMessageContaining("MOSTIK_PBX_URL");
    }
}
