package io.mostik.pbx.vcclive.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.Outcome;
import io.mostik.core.TransportException;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import io.mostik.pbx.PhoneNumber;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class VccDesktopTest {

    @RegisterExtension
    final VendorServer application = new VendorServer();

    final ManualTime time = new ManualTime();
    VccDesktop desktop;

    @BeforeEach
    void connect() {
        desktop = VccDesktop.builder()
                .http(http -> http.baseUri(application.uri()).time(time))
                .build();
    }

    @AfterEach
    void close() {
        desktop.close();
    }

    @Test
    void givenNumber_whenCalling_thenSendsDigitsAndFields() {
        application.answers(200);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", "Full Name");
        fields.put("city", "Győr");

        desktop.call("+36 30 111-2233", fields);

        VendorServer.Sent sent = application.received();
        assertThat(sent.method()).isEqualTo("GET");
        assertThat(sent.target()).isEqualTo("/call/36301112233?name=Full%20Name&city=Gy%C5%91r");
        assertThat(sent.header("Authorization")).isEmpty();
    }

    @Test
    void givenNewRecord_whenCalling_thenSaysSo() {
        application.answers(200);

        desktop.callOnNewRecord("06301112233", Map.of());

        assertThat(application.received().target()).isEqualTo("/call/36301112233?newRecord=1");
    }

    @Test
    void givenNumberOfAnotherPbx_whenCalling_thenDialsIt() {
        application.answers(200);

        desktop.call(PhoneNumber.of("06 (30) 111-2233"));

        assertThat(application.received().target()).isEqualTo("/call/36301112233");
        assertThatThrownBy(() -> desktop.call(PhoneNumber.of("anonymous"))).hasMessageContaining("number");
    }

    @Test
    void givenCall_whenHangingUp_thenSendsTheDisposition() {
        application.answers(200).answers(200);

        desktop.hangUp();
        desktop.hangUp(12);

        assertThat(application.received().target()).isEqualTo("/call/hangup");
        assertThat(application.received().target()).isEqualTo("/call/hangup?dispositionid=12");
    }

    @Test
    void givenTwoCallsInRow_whenCalling_thenWaitsUntilSecondCounts() {
        application.answers(200).answers(200);

        desktop.call("36301112233");
        desktop.call("36301112234");

        assertThat(time.pauses())
                .singleElement()
                .satisfies(pause -> assertThat(pause).isBetween(Duration.ofMillis(1_000), Duration.ofMillis(1_050)));
    }

    @Test
    void givenLostAnswer_whenCalling_thenIsUnknownAndSentOnce() {
        application.dropsAnswer().answers(200);

        TransportException failure = catchThrowableOfType(TransportException.class, () -> desktop.call("36301112233"));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(VccDesktop.isNotRunning(failure)).isFalse();
        assertThat(application.count()).isEqualTo(1);
    }

    @Test
    void givenNoApplication_whenCalling_thenSaysSoWithoutWaiting() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (VccDesktop nobody =
                VccDesktop.builder().port(port).http(http -> http.time(time)).build()) {
            TransportException failure =
                    catchThrowableOfType(TransportException.class, () -> nobody.call("36301112233"));

            assertThat(VccDesktop.isNotRunning(failure)).isTrue();
            assertThat(failure).hasMessageContaining("not running").hasMessageNotContaining("36301112233");
            assertThat(time.pauses()).isEmpty();
        }
    }

    @Test
    void givenBadInput_whenCalling_thenRefusesBeforeSending() {
        assertThatThrownBy(() -> desktop.call("../hangup")).hasMessageContaining("phone");
        assertThatThrownBy(() -> desktop.call("36301112233", Map.of("newRecord", "1")))
                .hasMessageContaining("newRecord");
        assertThatThrownBy(() -> VccDesktop.builder().port(0)).hasMessageContaining("port");

        assertThat(application.count()).isZero();
    }
}
