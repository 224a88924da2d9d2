package io.mostik.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class SimulatorProgramTest {

    @Test
    void givenEachName_whenStarted_thenItAnswers() throws Exception {
        for (Simulators.Entry entry : Simulators.ALL) {
            try (Simulator simulator = SimulatorProgram.start(entry.name(), "0")) {
                HttpRequest request = HttpRequest.newBuilder(simulator.uri()).build();

                int status = HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode();

                assertThat(simulator).isInstanceOf(entry.type());
                assertThat(status).isBetween(200, 499);
            }
        }
    }

    @Test
    void givenWrongArguments_whenStarted_thenSaysHowToCallIt() {
        assertThatThrownBy(() -> SimulatorProgram.start("nobody", "1")).hasMessageContainingAll("nobody", "vipex");
        assertThatThrownBy(() -> SimulatorProgram.start("vipex", "x")).hasMessageContaining("No port: x");
        assertThatThrownBy(() -> SimulatorProgram.start("vipex", "70000")).hasMessageContaining("No port");
        assertThatThrownBy(SimulatorProgram::start).hasMessageContaining("Usage");
    }
}
