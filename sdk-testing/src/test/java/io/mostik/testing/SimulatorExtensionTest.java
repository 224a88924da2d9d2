package io.mostik.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.testing.vipex.VipexSimulator;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

@ExtendWith(SimulatorExtension.class)
class SimulatorExtensionTest {

    static final List<URI> USED = new ArrayList<>();

    @RegisterExtension
    final SimulatorExtension<VipexSimulator> registered = SimulatorExtension.of(VipexSimulator::start);

    @AfterAll
    static void allAreClosedAfterwards() {
        assertThat(USED)
                .hasSize(4)
                .doesNotHaveDuplicates()
                .allSatisfy(uri -> assertThatThrownBy(() -> new Socket(uri.getHost(), uri.getPort()))
                        .isInstanceOf(ConnectException.class));
    }

    @Test
    void givenParameter_whenTestRuns_thenBothSimulatorsAreUp(VipexSimulator parameter) throws Exception {
        use(parameter);
    }

    @Test
    void givenAnotherTest_whenItRuns_thenItHasFreshSimulators(VipexSimulator parameter) throws Exception {
        use(parameter);
    }

    private void use(VipexSimulator parameter) throws Exception {
        for (VipexSimulator each : List.of(parameter, registered.simulator())) {
            USED.add(each.uri());
            new Socket(each.uri().getHost(), each.uri().getPort()).close();
        }
    }
}
