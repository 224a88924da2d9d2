package io.mostik.pbx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.SdkException;
import io.mostik.core.Secret;
import io.mostik.core.http.CallListener;
import io.mostik.core.http.CallOptions;
import io.mostik.core.test.VendorServer;
import io.mostik.pbx.webhooks.PbxWebhooks;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Credentials and numbers stay where they belong, whatever goes wrong. */
class PbxCanaryTest {

    private static final String PASSWORD = "canary pass+9/ő";
    private static final String NUMBER = "36301112233";

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final Handler everything = new Handler() {
        @Override
        public void publish(LogRecord line) {
            // The JDK's own debug log prints whole addresses when somebody turns it on; that is not ours to hide.
            boolean ours = String.valueOf(line.getLoggerName()).startsWith("io.mostik");
            told.add(
                    !ours
                            ? ""
                            : line.getLoggerName() + " " + line.getMessage() + " "
                                    + Arrays.toString(line.getParameters())
                                    + (line.getThrown() == null ? "" : trace(line.getThrown())));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        root.setLevel(Level.ALL);
        everything.setLevel(Level.ALL);
        root.addHandler(everything);
    }

    @AfterEach
    void stopListening() {
        root.removeHandler(everything);
        root.setLevel(before);
    }

    @ParameterizedTest
    @EnumSource(
            value = CredentialPlacement.class,
            names = {"QUERY", "BASIC", "BOTH", "BODY"})
    void givenAllThatGoesWrong_whenCalling_thenNothingSecretIsTold(CredentialPlacement placement) {
        String echo = "password " + PASSWORD + " " + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8) + " "
                + Base64.getEncoder().encodeToString(("crm-user:" + PASSWORD).getBytes(StandardCharsets.UTF_8))
                + " number " + NUMBER;
        vendor.answers(401, echo)
                .answers(500, echo)
                .answers(200, "error: " + echo)
                .answers(200, "{\"id\":" + echo);
        vendor.answers(302, "Location", "https://x.example/?" + echo.replaceAll("[^a-z0-9+%]", ""), "")
                .dropsAnswer();
        PbxClient vipex = PbxClient.builder()
                .baseUri(vendor.uri())
                .credentials("crm-user", Secret.of(PASSWORD))
                .profile(PbxProfile.builder()
                        .callMethod("POST")
                        .callBody(BodyKind.FORM)
                        .credentialPlacement(placement)
                        .build())
                .http(http -> http.listener(new Telling()))
                .build();

        try (vipex) {
            for (int i = 0; i < 6; i++) {
                assertThatThrownBy(() -> vipex.calls().start("101", NUMBER))
                        .isInstanceOfSatisfying(SdkException.class, failure -> told.add(trace(failure)));
            }
            told.add(vipex + " " + vipex.calls() + " " + PbxProfile.builder().build()
                    + PbxWebhooks.builder().secret(Secret.of(PASSWORD)).build());
        }

        assertThat(told)
                .hasSizeGreaterThan(12)
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain(PASSWORD)
                        .doesNotContain("canary")
                        .doesNotContain("Y3JtLXVzZXI6")
                        .doesNotContain(NUMBER)
                        .doesNotContain("30111"));
    }

    @Test
    void givenSilentPbx_whenCalling_thenEndsAtDeadlineWithoutKnowing() {
        vendor.answers(new MockResponse.Builder().headersDelay(30, java.util.concurrent.TimeUnit.SECONDS));

        try (PbxClient vipex = PbxClient.builder()
                .baseUri(vendor.uri())
                .credentials("crm-user", Secret.of(PASSWORD))
                .build()) {
            PbxClient impatient = vipex.with(
                    CallOptions.builder().deadline(Duration.ofMillis(300)).build());

            assertThatThrownBy(() -> impatient.calls().start("101", NUMBER))
                    .isInstanceOfSatisfying(
                            SdkException.class,
                            failure -> assertThat(failure.outcome()).isEqualTo(io.mostik.core.Outcome.UNKNOWN));
        }
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenIncompleteSettings_whenBuilding_thenNamesThem() {
        assertThatThrownBy(() -> PbxClient.builder().baseUri(vendor.uri()).build())
                .hasMessageContaining("credentials");
        assertThatThrownBy(() ->
                        PbxClient.builder().credentials("a", Secret.of("b")).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("baseUri");
        assertThatThrownBy(() -> PbxClient.builder().credentials(" ", Secret.of("b")))
                .hasMessageContaining("username");
        assertThatThrownBy(() -> PbxClient.builder()
                        .baseUri("http://pbx.example")
                        .credentials("a", Secret.of("b"))
                        .build())
                .hasMessageContaining("baseUri");
    }

    private static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private final class Telling implements CallListener {

        @Override
        public void onExchange(Exchange exchange) {
            told.add(exchange.toString());
        }

        @Override
        public void onCall(Finished finished) {
            told.add(finished.toString());
        }
    }
}
