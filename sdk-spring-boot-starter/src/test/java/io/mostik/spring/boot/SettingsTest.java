package io.mostik.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.testing.tbank.TBankSimulator;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** What cannot work ends the start, and names its property. */
class SettingsTest {

    private final ApplicationContextRunner shop = Starter.context().withPropertyValues("mostik.remonline.api-key=k1");

    @ParameterizedTest
    @CsvSource({
        "mostik.http.timeout=0s, mostik.http.timeout must be positive",
        "mostik.http.deadline=-1s, mostik.http.deadline must be positive",
        "mostik.remonline.http.attempts=0, mostik.remonline.http.attempts must be 1 to",
        "mostik.remonline.http.largest-body=4GB, mostik.remonline.http.largest-body must be 1 to",
        "mostik.http.proxy-host=p, mostik.http.proxy-port is not set",
        "mostik.http.proxy-port=3128, mostik.http.proxy-host is not set",
        "mostik.runtime.connect-timeout=0s, mostik.runtime.connect-timeout must be positive",
        "mostik.runtime.connections-per-host=0, mostik.runtime.connections-per-host must be 1 to",
        "mostik.outbox.poll=0s, mostik.outbox.poll must be positive",
        "mostik.outbox.tries=0, mostik.outbox.tries must be 1 to",
        "mostik.inbox.threads=0, mostik.inbox.threads must be 1 to",
        "mostik.health.failures=0, mostik.health.failures must be 1 to",
        "mostik.remonline.base-uri=ftp://x, the settings under mostik.remonline cannot work: baseUri must be https"
    })
    void givenSettingThatCannotWork_whenStarted_thenItIsNamed(String setting, String text) {
        shop.withPropertyValues(setting)
                .run(context -> assertThat(shown(context.getStartupFailure())).contains(text));
    }

    @Test
    void givenProxyPasswordAlone_whenStarted_thenItIsNotShown() {
        shop.withPropertyValues(
                        "mostik.http.proxy-host=p", "mostik.http.proxy-port=1", "mostik.http.proxy-password=canary")
                .run(context -> assertThat(shown(context.getStartupFailure()))
                        .contains("mostik.http.proxy-user is not set")
                        .doesNotContain("canary"));
    }

    @ParameterizedTest
    @CsvSource({"ordinary-uri, secured-uri", "secured-uri, ordinary-uri"})
    void givenOneAddressOfTheBank_whenStarted_thenTheOtherIsAskedFor(String set, String missing) {
        Starter.context()
                .withPropertyValues("mostik.tbank.token=k", "mostik.tbank." + set + "=https://bank.example")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageStartingWith("mostik.tbank." + missing + " is not set"));
    }

    @Test
    void givenBothAddresses_whenCalled_thenTheBankIsThere() {
        try (TBankSimulator bank = TBankSimulator.start()) {
            Starter.context()
                    .withPropertyValues(
                            "mostik.tbank.token=" + bank.token(),
                            "mostik.tbank.ordinary-uri=" + bank.ordinaryUri(),
                            "mostik.tbank.secured-uri=" + bank.securedUri())
                    .run(context -> assertThat(
                                    context.getBean(TBank.class).company().get())
                            .isNotNull());
        }
    }

    @Test
    void givenSandbox_whenBound_thenItIsTheEnvironment() {
        Starter.context()
                .withPropertyValues("mostik.tbank.environment=sandbox", "mostik.tbank.token=k")
                .run(context -> assertThat(
                                context.getBean(TBankProperties.class).environment())
                        .isEqualTo(TBankProperties.Environment.SANDBOX));
    }

    @ParameterizedTest
    @CsvSource({"Kyiv", "kyiv_left", "1st", "default"})
    void givenAccountNameThatCannotBe_whenStarted_thenItIsNamed(String name) {
        Starter.context()
                .withPropertyValues("mostik.remonline.accounts." + name + ".api-key=k")
                .run(context -> assertThat(shown(context.getStartupFailure()))
                        .contains("the account mostik.remonline.accounts." + name + " must be named by"));
    }

    @Test
    void givenAccountOfTwoSpellings_whenStarted_thenBothAreNamed() {
        Starter.context()
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource(
                                "test-systemEnvironment", Map.of("MOSTIK_REMONLINE_ACCOUNTS_KYIVLEFT_APIKEY", "k"))))
                .withPropertyValues("mostik.remonline.accounts.kyiv-left.base-uri=https://x.example")
                .run(context -> assertThat(shown(context.getStartupFailure()))
                        .contains("kyiv-left", "kyivleft", "differ only in"));
    }

    private static String shown(Throwable failure) {
        StringWriter shown = new StringWriter();
        failure.printStackTrace(new PrintWriter(shown));
        return shown.toString();
    }
}
