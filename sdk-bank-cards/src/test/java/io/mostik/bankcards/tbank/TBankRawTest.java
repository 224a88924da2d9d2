package io.mostik.bankcards.tbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.ApiException;
import io.mostik.core.Effect;
import io.mostik.core.json.Json;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TBankRawTest {

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    final ManualTime time = new ManualTime();
    TBank bank;

    @BeforeEach
    void connect() {
        bank = BankServer.client(vendor, time);
    }

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void givenMethodWithoutApi_whenReading_thenGoesToTheOrdinaryHost() {
        vendor.answers(200, "{\"a\":1}");

        Json answer = bank.raw()
                .call(Effect.READ, "GET", "/api/v1/invoice/{id}")
                .path("id", 5)
                .send();

        assertThat(answer.get("a").text()).contains("1");
        VendorServer.Sent sent = vendor.received();
        assertThat(sent.target()).isEqualTo("/ordinary/api/v1/invoice/5");
        assertThat(sent.header("Authorization")).isEqualTo("Bearer " + BankServer.TOKEN);
        assertThat(sent.header("X-Request-Id")).isNotEmpty();
    }

    @Test
    void givenSecuredHost_whenReading_thenGoesThere() {
        vendor.answers(200, "{}");

        bank.raw(HostKind.SECURED).call(Effect.READ, "GET", "/api/v1/card").send();

        assertThat(vendor.received().target()).isEqualTo("/secured/api/v1/card");
    }

    @Test
    void givenSecuredHostWithoutCertificate_whenReading_thenIsRefused() {
        try (TBank strict = BankServer.builder(vendor, time)
                .environment(
                        Environment.of(vendor.uri() + "/o", vendor.uri() + "/s").requiringCertificate())
                .build()) {
            assertThatThrownBy(() -> strict.raw(HostKind.SECURED)
                            .call(Effect.READ, "GET", "/api/v1/card")
                            .send())
                    .hasMessageContaining("certificate");
        }

        assertThat(vendor.count()).isZero();
    }

    @Test
    void givenErrorOfTheBank_whenReading_thenThrows() {
        vendor.answers(422, "{\"errorId\":\"1\",\"errorMessage\":\"no\",\"errorCode\":\"X\"}");

        assertThatThrownBy(() ->
                        bank.raw().call(Effect.READ, "GET", "/api/v1/card").send())
                .isInstanceOf(ApiException.class);
    }
}
