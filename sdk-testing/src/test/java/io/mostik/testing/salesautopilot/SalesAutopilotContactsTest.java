package io.mostik.testing.salesautopilot;

import static io.mostik.testing.salesautopilot.SalesAutopilotSimulator.NEWSLETTER;
import static io.mostik.testing.salesautopilot.SalesAutopilotSimulator.ORDERS;
import static io.mostik.testing.salesautopilot.SalesAutopilotSimulator.SIGN_UP_FORM;
import static io.mostik.testing.salesautopilot.SalesAutopilotSimulator.UPDATE_FORM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class SalesAutopilotContactsTest {

    private static final String SUBSCRIBE = "/subscribe/5123/form/20771";
    private static final String KATA = "{\"email\":\"kata@example.hu\",\"mssys_firstname\":\"Kata\"}";

    private final SalesAutopilotSimulator autopilot = SalesAutopilotSimulator.startFrozen();
    private final AutopilotClient client = new AutopilotClient(autopilot);

    @AfterEach
    void stop() {
        autopilot.close();
    }

    @Test
    void givenNewAddress_whenSubscribed_thenBareIdAndOneWelcomeLetter() throws Exception {
        HttpResponse<String> answer = post(SUBSCRIBE, KATA);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).matches("[1-9]\\d*");
        long id = Long.parseLong(answer.body());
        assertThat(autopilot.timesFired(SIGN_UP_FORM, id)).isEqualTo(1);
        assertThat(autopilot.record(NEWSLETTER, id))
                .hasValueSatisfying(record -> assertThat(record)
                        .containsEntry("mssys_firstname", "Kata")
                        .containsEntry("active", "1")
                        .containsEntry("subdate", "2026-03-02 10:15:00")
                        .containsEntry("mssys_nsid", "20771"));
    }

    @Test
    void givenKnownAddress_whenSubscribedAgain_thenMinusOneOnly() throws Exception {
        long id = Long.parseLong(post(SUBSCRIBE, KATA).body());

        HttpResponse<String> again = post(SUBSCRIBE, "{\"email\":\"Kata@Example.hu\",\"mssys_firstname\":\"Katalin\"}");

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo("-1");
        assertThat(autopilot.timesFired(SIGN_UP_FORM)).isEqualTo(1);
        assertThat(autopilot.record(NEWSLETTER, id).orElseThrow()).containsEntry("mssys_firstname", "Kata");
    }

    @Test
    void givenListTakingDoubles_whenSubscribedTwice_thenTwoRecords() throws Exception {
        autopilot.emailUnique(NEWSLETTER, false);

        assertThat(post(SUBSCRIBE, KATA).body())
                .isNotEqualTo(post(SUBSCRIBE, KATA).body());
        assertThat(autopilot.records(NEWSLETTER, "email", "kata@example.hu")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/subscribe/5123/form/20771 | {\"email\":\"kata.example.hu\"} | 200 | -2",
                "/subscribe/5123/form/20773 | {\"email\":\"kata@example.hu\"} | 200 | 0",
                "/subscribe/5123/form/1 | {\"email\":\"kata@example.hu\"} | 406 | ",
                "/subscribe/1/form/20771 | {\"email\":\"kata@example.hu\"} | 406 | ",
                "/subscribe/5123/form/20772 | {\"email\":\"kata@example.hu\"} | 406 | ",
                "/subscribe/x/form/20771 | {\"email\":\"kata@example.hu\"} | 406 | ",
                "/subscribe/5123/form/20771 | {\"mssys_firstname\":\"Kata\"} | 406 | ",
                "/subscribe/5123/form/20771 | {\"email\":\"kata@example.hu\",\"firstname\":\"K\"} | 406 | ",
                "/subscribe/5123/form/20771 | {\"email\":[\"kata@example.hu\"]} | 406 | ",
                "/subscribe/5123/form/20771 | [] | 406 | ",
                "/subscribe/5123/form/20771 | {email | 406 | "
            })
    void givenSomethingWrong_whenSubscribed_thenCodeOr406(String path, String body, int status, String answer)
            throws Exception {
        HttpResponse<String> refused = post(path, body);

        assertThat(refused.statusCode()).isEqualTo(status);
        if (status == 200) {
            assertThat(refused.body()).isEqualTo(answer);
        }
        assertThat(autopilot.timesFired(SIGN_UP_FORM)).isZero();
    }

    @Test
    void givenOwnField_whenAdded_thenTakenAndKeptAsText() throws Exception {
        autopilot.addField(NEWSLETTER, "erdeklodes");

        String id = post(SUBSCRIBE, "{\"email\":\"a@b.hu\",\"erdeklodes\":12.50,\"mssys_sendsms_denied\":true}")
                .body();

        assertThat(autopilot.record(NEWSLETTER, Long.parseLong(id)).orElseThrow())
                .containsEntry("erdeklodes", "12.50")
                .containsEntry("mssys_sendsms_denied", "1");
    }

    @Test
    void givenQuotedScalars_whenSubscribed_thenIdIsAJsonString() throws Exception {
        autopilot.quoteScalars(true);

        assertThat(post(SUBSCRIBE, KATA).body()).matches("\"\\d+\"");
    }

    @ParameterizedTest
    @CsvSource({"PUT", "POST"})
    void givenRecord_whenUpdated_thenCountsModifiedAndFiresForm(String verb) throws Exception {
        long id = autopilot.addRecord(NEWSLETTER, Map.of("email", "a+b@example.hu"));
        String change = "{\"mssys_company\":\"Példa Kft.\"}";

        HttpResponse<String> byId = client.send(verb, "/update/5123/form/20772/record/" + id, change);
        HttpResponse<String> byField =
                client.send(verb, "/update/5123/form/20772/field/email/value/a%2Bb%40example.hu", change);
        HttpResponse<String> none = client.send(verb, "/update/5123/form/20772/record/1", change);

        assertThat(byId.body()).isEqualTo("1");
        assertThat(byField.body()).isEqualTo("1");
        assertThat(none.statusCode()).isEqualTo(200);
        assertThat(none.body()).isEqualTo("0");
        assertThat(autopilot.timesFired(UPDATE_FORM, id)).isEqualTo(2);
        assertThat(autopilot.record(NEWSLETTER, id).orElseThrow())
                .containsEntry("mssys_company", "Példa Kft.")
                .containsEntry("lastupdate", "2026-03-02 10:15:00");
    }

    @Test
    void givenSeveralMatches_whenUpdatedByField_thenAllChange() throws Exception {
        autopilot.addRecord(NEWSLETTER, Map.of("email", "a@b.hu", "mssys_city", "Pécs"));
        autopilot.addRecord(NEWSLETTER, Map.of("email", "c@d.hu", "mssys_city", "Pécs"));

        String path = "/update/5123/form/0/field/mssys_city/value/P%C3%A9cs";

        assertThat(client.send("PUT", path, "{\"mssys_zip\":\"1\"}").statusCode())
                .isEqualTo(406);
        assertThat(client.send("PUT", path, "{\"mssys_country\":\"HU\"}").body())
                .isEqualTo("2");
        assertThat(autopilot.timesFired(UPDATE_FORM)).isZero();
    }

    @Test
    void givenWrongFormOrField_whenUpdated_then406() throws Exception {
        long id = autopilot.addRecord(NEWSLETTER, Map.of("email", "a@b.hu"));

        assertThat(put("/update/5123/form/9/record/" + id, "{\"mssys_city\":\"x\"}"))
                .isEqualTo(406);
        assertThat(put("/update/5123/form/20772/record/" + id, "{\"id\":\"7\"}"))
                .isEqualTo(406);
        assertThat(put("/update/5123/form/20772/field/nothing/value/1", "{\"mssys_city\":\"x\"}"))
                .isEqualTo(406);
        assertThat(put("/update/5123/form/20772/record/" + id, "[]")).isEqualTo(406);
    }

    @Test
    void givenRecord_whenUnsubscribedByIdOrEmail_thenInactiveButKept() throws Exception {
        long id = autopilot.addRecord(NEWSLETTER, Map.of("email", "a@b.hu"));

        assertThat(client.get("/unsubscribe/5123/record/" + id).body()).isEqualTo("1");
        assertThat(client.get("/unsubscribe/5123/email/a%40b.hu").body()).isEqualTo("1");
        assertThat(client.get("/unsubscribe/5123/record/1").body()).isEqualTo("0");
        assertThat(client.get("/unsubscribe/5123/email/x%40b.hu").body()).isEqualTo("0");
        assertThat(autopilot.record(NEWSLETTER, id).orElseThrow()).containsEntry("active", "0");
    }

    @Test
    void givenRecord_whenDeletedTwice_thenOneThenZero() throws Exception {
        long id = autopilot.addRecord(NEWSLETTER, Map.of("email", "a@b.hu"));

        assertThat(client.send("DELETE", "/delete/5123/record/" + id, "").body())
                .isEqualTo("1");
        assertThat(client.send("DELETE", "/delete/5123/record/" + id, "").body())
                .isEqualTo("0");
        assertThat(autopilot.record(NEWSLETTER, id)).isEmpty();
    }

    @Test
    void givenLostAnswer_whenSubscribedAgain_thenOneWelcomeLetter() throws Exception {
        autopilot.faults().actThenReset().on("POST", "/subscribe/{nl}/form/{ns}");

        assertThatThrownBy(() -> post(SUBSCRIBE, KATA)).isInstanceOf(IOException.class);

        assertThat(post(SUBSCRIBE, KATA).body()).isEqualTo("-1");
        assertThat(autopilot.timesFired(SIGN_UP_FORM)).isEqualTo(1);
    }

    @Test
    void givenUnknownList_whenTestAsks_thenSaysSo() {
        assertThatThrownBy(() -> autopilot.records(1, "email", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThat(autopilot.records(ORDERS, "email", "x")).isEmpty();
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return client.send("POST", path, body);
    }

    private int put(String path, String body) throws Exception {
        return client.send("PUT", path, body).statusCode();
    }
}
