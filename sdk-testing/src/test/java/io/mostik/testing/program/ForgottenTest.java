package io.mostik.testing.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the program says once the journal no longer keeps all that came. */
class ForgottenTest {

    private static final String LIMITS = "/api/v1/card/1100200301/limits";
    private static final String SPEND = "/api/v1/card/1100200301/spend-limit";

    @RegisterExtension
    final Desk desk = new Desk("tbank", "--port", "0", "--clock", "frozen", "--journal", "3");

    @Test
    void givenMoreThanTheJournalKeeps_whenExporting_thenNamesTheOption() {
        spend(700);
        read(3);

        HttpResponse<String> answer = desk.ask("GET", "/tbank/state", "");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("1 requests that T-Bank executed are kept no more", "larger --journal", "latest 3");
        desk.control("POST", "/tbank/reset", "");
        assertThat(desk.get("/tbank/state").path("format").asText()).isEqualTo("mostik-sim/1");
    }

    @Test
    void givenRefusedRequestsForgotten_whenExporting_thenStateIsWhole() {
        for (int i = 0; i < 4; i++) {
            desk.bank("GET", "/api/v1/card/7/limits", "");
        }
        spend(700);
        JsonNode held = desk.get("/tbank/holds");

        JsonNode state = desk.get("/tbank/state");
        desk.control("POST", "/tbank/reset", "");
        desk.control("PUT", "/tbank/state", state.toString());

        assertThat(desk.get("/tbank/holds")).isEqualTo(held);
    }

    @Test
    void givenForgottenRequest_whenVerified_thenNobodyCanTell() {
        spend(700);
        read(3);

        HttpResponse<String> never = desk.ask("GET", "/tbank/verify?method=POST&exactly=0", "");
        HttpResponse<String> once = desk.ask("GET", "/tbank/verify?method=POST", "");

        assertThat(never.statusCode()).isEqualTo(409);
        assertThat(never.body()).contains("1 requests are kept no more", "--journal");
        assertThat(once.statusCode()).isEqualTo(409);
        assertThat(desk.get("/tbank/journal").path("forgotten").asInt()).isEqualTo(1);
        assertThat(desk.control("POST", "/tbank/journal/count", "{}")
                        .path("forgotten")
                        .asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"atLeast=3, 200", "atMost=2, 422", "exactly=2, 422"})
    void givenForgottenRequests_whenSureAllTheSame_thenSaysSo(String expected, int status) {
        read(4);

        assertThat(desk.ask("GET", "/tbank/verify?method=GET&" + expected, "").statusCode())
                .isEqualTo(status);
    }

    @Test
    void givenClearedJournal_whenVerified_thenWhatWasForgottenBeforeDoesNotMatter() {
        read(4);
        desk.control("DELETE", "/tbank/journal", "");
        spend(700);

        JsonNode once = desk.get("/tbank/verify?method=POST&exactly=1");

        assertThat(once.path("ok").asBoolean()).isTrue();
        assertThat(desk.get("/tbank/journal").path("forgotten").asInt()).isZero();
    }

    private void spend(int sum) {
        assertThat(desk.bank("POST", SPEND, "{\"limitValue\":" + sum + ",\"limitPeriod\":\"DAY\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    private void read(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(desk.bank("GET", LIMITS, "").statusCode()).isEqualTo(200);
        }
    }
}
