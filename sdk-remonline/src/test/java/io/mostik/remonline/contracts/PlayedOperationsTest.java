package io.mostik.remonline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.http.Endpoint;
import io.mostik.testing.remonline.RemOnlineSimulator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlayedOperationsTest {

    @Test
    void givenTypedOperations_whenSimulated_thenAllArePlayed() {
        Map<String, Endpoint<?>> typed = Operations.all();
        List<String> played;
        try (RemOnlineSimulator vendor = RemOnlineSimulator.startFrozen()) {
            played = vendor.endpoints().stream()
                    .map(name -> name.replaceAll("\\{\\w+}", "{}"))
                    .toList();
        }

        List<String> missing = typed.values().stream()
                .filter(endpoint -> !endpoint.operation().equals("legacy.login"))
                .map(TokenGeneration::name)
                .filter(name -> !played.contains(name) && !played.contains(name.replace(" /", " /v2/")))
                .collect(Collectors.toList());

        assertThat(missing).isEmpty();
    }
}
