package io.mostik.bankcards.tbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.EnvironmentVariables;
import io.mostik.core.test.TestKeys;
import io.mostik.testing.tbank.TBankSimulator;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TBankEnvironmentTest {

    @Test
    void givenTokenAndAddresses_whenTaken_thenTheClientWorks() {
        try (TBankSimulator vendor = TBankSimulator.start();
                TBank bank = TBank.builder()
                        .from(EnvironmentVariables.of(Map.of(
                                "MOSTIK_TBANK_TOKEN", vendor.token(),
                                "MOSTIK_TBANK_URL", vendor.ordinaryUri().toString(),
                                "MOSTIK_TBANK_SECURED_URL", vendor.securedUri().toString())))
                        .build()) {
            assertThat(bank.limits().get(Ucid.of(TBankSimulator.VIRTUAL_CARD))).isNotNull();
        }
    }

    @Test
    void givenCertificate_whenTaken_thenItIsRead(@TempDir Path folder) throws Exception {
        TestKeys unused = TestKeys.make(folder, "company");
        Map<String, String> all = Map.of(
                "MOSTIK_TBANK_TOKEN", "token-from-env",
                "MOSTIK_TBANK_CERTIFICATE", folder.resolve("company.p12").toString(),
                "MOSTIK_TBANK_CERTIFICATE_PASSWORD", TestKeys.PASSWORD.reveal());

        try (TBank bank = TBank.builder().from(EnvironmentVariables.of(all)).build()) {
            assertThat(bank).asString().doesNotContain("token-from-env");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MOSTIK_TBANK_X,           MOSTIK_TBANK_TOKEN",
        "MOSTIK_TBANK_URL,         MOSTIK_TBANK_SECURED_URL",
        "MOSTIK_TBANK_SECURED_URL, MOSTIK_TBANK_URL",
        "MOSTIK_TBANK_CERTIFICATE, MOSTIK_TBANK_CERTIFICATE_PASSWORD"
    })
    void givenOneVariable_whenTaken_thenNamesTheMissingOne(String set, String missing) {
        EnvironmentVariables one = EnvironmentVariables.of(Map.of(set, "http://localhost:7"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TBank.builder().from(one))
                .withMessageContaining(missing);
    }
}
