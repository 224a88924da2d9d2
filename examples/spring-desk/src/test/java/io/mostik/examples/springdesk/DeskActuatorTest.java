package io.mostik.examples.springdesk;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.testing.remonline.RemOnlineSimulator;
import io.mostik.testing.tbank.TBankSimulator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class DeskActuatorTest {

    @Autowired
    private RemOnlineSimulator vendor;

    @Autowired
    private TBankSimulator bank;

    @Autowired
    private Browser browser;

    @Test
    void givenAllValuesShown_whenListed_thenNoCredentialIsThere() {
        String shown = browser.get("/actuator/env").body()
                + browser.get("/actuator/configprops").body()
                + browser.get("/actuator/env/mostik.remonline.api-key").body();

        assertThat(shown)
                .contains("mostik.remonline.api-key", vendor.v2Uri().toString(), "elsewhere.copy")
                .doesNotContain(vendor.apiKey(), bank.token(), DeskTest.HOOK_SECRET);
    }

    @Test
    void givenCalls_whenProbed_thenHealthTellsOfThemAndAsksNobody() {
        long id = vendor.seedOrder();
        browser.get("/orders/" + id);
        int calls = vendor.journal().all().size();

        String health = browser.get("/actuator/health").body();

        assertThat(health).contains("\"mostik\":{", "\"remonline\":{\"status\":\"UP\"");
        assertThat(vendor.journal().all()).hasSize(calls);
    }

    @Test
    void givenRefusedKey_whenProbed_thenItIsDownUntilItWorks() {
        long id = vendor.seedOrder();
        String key = vendor.apiKey();
        vendor.revokeApiKey(key);
        browser.get("/orders/" + id);
        String refused = browser.get("/actuator/health").body();
        vendor.addApiKey(key);
        browser.get("/orders/" + id);

        String healed = browser.get("/actuator/health").body();

        assertThat(refused).contains("\"remonline\":{\"status\":\"DOWN\"", "orders.get: AuthException, REJECTED");
        assertThat(healed).contains("\"remonline\":{\"status\":\"UP\"");
    }

    @Test
    void givenCalls_whenMetricsAreRead_thenEachIsTagged() {
        browser.get("/orders/" + vendor.seedOrder());

        String metrics = browser.get("/actuator/prometheus").body();

        assertThat(metrics)
                .containsPattern(
                        "mostik_call_seconds_count\\{client=\"remonline\",effect=\"READ\",error=\"none\",operation=\"orders.get\",outcome=\"DONE\"\\} [1-9]")
                .containsPattern(
                        "mostik_exchange_seconds_count\\{client=\"remonline\",operation=\"orders.get\",status=\"200\"\\}");
    }
}
