package io.mostik.examples.onec;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Secret;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrialTest {

    private static final Secret MADE = Secret.of("made-for-this-trial");

    @Test
    void givenKeyInTheSettings_whenExplaining_thenItIsNotShown() {
        BridgeConfig settings = BridgeConfig.of(Map.of("key", "canary-7f3c19-of-the-settings"));

        String told = explained(settings);

        assertThat(told).contains("Bearer KEY").doesNotContain("canary-7f3c19", MADE.reveal());
    }

    @Test
    void givenNoKey_whenExplaining_thenTheOneMadeForTheTrialIsShown() {
        BridgeConfig settings = BridgeConfig.of(Map.of());

        String told = explained(settings);

        assertThat(told).contains("Bearer " + MADE.reveal());
    }

    private static String explained(BridgeConfig settings) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        Trial.explain(
                URI.create("http://127.0.0.1:8085"),
                settings,
                MADE,
                new PrintStream(told, true, StandardCharsets.UTF_8));
        return told.toString(StandardCharsets.UTF_8);
    }
}
