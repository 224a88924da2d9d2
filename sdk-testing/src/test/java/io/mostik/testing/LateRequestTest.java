package io.mostik.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.testing.onec.OnecBaseSimulator;
import io.mostik.testing.remonline.RemOnlineSimulator;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import io.mostik.testing.tbank.TBankSimulator;
import io.mostik.testing.vcclive.VccLiveSimulator;
import io.mostik.testing.vipex.VipexSimulator;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every simulator can act on a request after its caller has gone. */
@Timeout(30)
class LateRequestTest {

    final HttpClient client = HttpClient.newHttpClient();

    @ParameterizedTest
    @MethodSource("simulators")
    void givenLateRequest_whenClockPasses_thenVendorActs(Supplier<Simulator> start) {
        try (Simulator vendor = start.get()) {
            vendor.faults().actLater(Duration.ofMinutes(3));
            HttpRequest request = HttpRequest.newBuilder(vendor.uri())
                    .POST(BodyPublishers.ofString("{}"))
                    .build();
            assertThatThrownBy(() -> client.send(request, BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
            int actedAtFirst = vendor.journal().acted().size();

            vendor.clock().advance(Duration.ofMinutes(3));

            assertThat(actedAtFirst).isZero();
            assertThat(vendor.journal().acted()).hasSameSizeAs(vendor.journal().all());
            assertThat(vendor.faults().late()).isZero();
        }
    }

    static Stream<Named<Supplier<Simulator>>> simulators() {
        return Stream.of(
                Named.of("onec", OnecBaseSimulator::start),
                Named.of("remonline", RemOnlineSimulator::start),
                Named.of("salesautopilot", SalesAutopilotSimulator::start),
                Named.of("tbank", TBankSimulator::start),
                Named.of("vcclive", VccLiveSimulator::start),
                Named.of("vipex", VipexSimulator::start));
    }
}
