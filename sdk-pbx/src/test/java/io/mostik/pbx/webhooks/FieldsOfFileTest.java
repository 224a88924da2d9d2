package io.mostik.pbx.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.webhook.WebhookAuthentication;
import io.mostik.core.webhook.WebhookRequest;
import io.mostik.pbx.CallRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file can say about names, and pushes as PHP writes them. */
class FieldsOfFileTest {

    private static List<CallRecord> read(String profile, WebhookRequest request) {
        return PbxWebhooks.builder()
                .profile(WebhookProfile.fromJson(profile.replace('\'', '"')))
                .authentication(WebhookAuthentication.none())
                .build()
                .callData()
                .receive(request)
                .calls();
    }

    @Test
    void givenNamesThatReplace_whenReading_thenDefaultsAreGone() {
        WebhookRequest push = Requests.json("", "{\"id\":\"e-1\",\"uniqueid\":\"c-7\",\"talk_time\":1772442912}");

        CallRecord call = read("{'callData':{'callId':{'=':['uniqueid']},'talkTime':{'=':[]}}}", push)
                .get(0);

        assertThat(call.callId()).contains("c-7");
        assertThat(call.talkTime()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "parts[0]/ext, 101",
        "parts[-1]/ext, 103",
        "parts[state=answered]/ext, 102",
        "parts[*]/ext, 101",
        "parts/1/ext, 102",
        "users, 7",
        "users[], 7",
        "users[1], 8"
    })
    void givenPathThroughArrays_whenReading_thenFinds(String path, String expected) {
        WebhookRequest push = Requests.json(
                "",
                "{\"id\":\"1\",\"users\":[\"7\",\"8\"],\"parts\":[{\"ext\":\"101\",\"state\":\"busy\"},"
                        + "{\"ext\":\"102\",\"state\":\"Answered\"},{\"ext\":\"103\"}]}");

        assertThat(read("{'callData':{'extension':{'=':['" + path + "']}}}", push)
                        .get(0)
                        .extension())
                .contains(expected);
    }

    /** The bytes that PHP 8 sends for one nested array by http_build_query, and by json_encode. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/x-www-form-urlencoded | call%5Bid%5D=7&call%5Bcaller%5D=%2B36301112233&call%5Bduration%5D=185"
                        + "&call%5Blegs%5D%5B0%5D%5Bextension%5D=101&call%5Blegs%5D%5B0%5D%5Bstatus%5D=no+answer"
                        + "&call%5Blegs%5D%5B1%5D%5Bextension%5D=102&call%5Buser%5D=Kov%C3%A1cs+N%C3%B3ra",
                "application/x-www-form-urlencoded | call[id]=7&call[caller]=%2B36301112233&call[duration]=185"
                        + "&call[legs][0][extension]=101&call[legs][0][status]=no%20answer&call[legs][1][extension]=102"
                        + "&call[user]=Kov%C3%A1cs%20N%C3%B3ra",
                "application/json | {\"call\":{\"id\":7,\"caller\":\"+36301112233\",\"duration\":185,\"legs\":[{\"extension\":\"101\","
                        + "\"status\":\"no answer\"},{\"extension\":\"102\"}],\"user\":\"Kov\\u00e1cs N\\u00f3ra\"}}",
                "application/x-www-form-urlencoded | data=%7B%22call%22%3A%7B%22id%22%3A7%2C%22caller%22%3A%22%2B36301112233%22%2C"
                        + "%22duration%22%3A185%2C%22legs%22%3A%5B%7B%22extension%22%3A%22101%22%2C%22status%22%3A%22no+answer%22%7D%2C"
                        + "%7B%22extension%22%3A%22102%22%7D%5D%2C%22user%22%3A%22Kov%5Cu00e1cs+N%5Cu00f3ra%22%7D%7D",
                "text/xml | <call><id>7</id><caller>+36301112233</caller><duration>185</duration><legs><extension>101</extension>"
                        + "<status>no answer</status></legs><legs><extension>102</extension></legs><user>Kovács Nóra</user></call>",
            })
    void givenOneCallAsPhpSendsIt_whenReading_thenIsTheSame(String type, String body) {
        WebhookRequest push = new WebhookRequest(
                "POST",
                "",
                Map.of("Content-Type", List.of(type)),
                body.getBytes(java.nio.charset.StandardCharsets.UTF_8));

        CallRecord call = read("{}", push).get(0);

        assertThat(call.callId()).contains("7");
        assertThat(call.caller().orElseThrow().e164()).contains("+36301112233");
        assertThat(call.duration()).contains(Duration.ofSeconds(185));
        assertThat(call.userName()).contains("Kovács Nóra");
        assertThat(call.legs()).hasSize(2);
        assertThat(call.legs().get(0).outcomeWord()).contains("no answer");
    }

    @Test
    void givenKindToldByTheAddress_whenReading_thenItsRuleHolds() {
        PbxWebhooks webhooks = PbxWebhooks.builder()
                .profile(WebhookProfile.fromJson("{\"events\":{\"record/added\":\"RECORDING\",\"end\":\"ENDED\"}}"))
                .authentication(WebhookAuthentication.none())
                .build();
        WebhookRequest push = Requests.json("", "{\"id\":\"7\"}");

        assertThat(webhooks.callData("record/added")
                        .receive(push)
                        .calls()
                        .get(0)
                        .toldPhase())
                .isEmpty();
        assertThat(webhooks.callData("end").receive(push).calls().get(0).toldPhase())
                .isPresent();
        assertThat(webhooks.callData("other").receive(push).calls()).isEmpty();
        assertThat(webhooks.callData("Record_added").toString()).contains("record-added");
    }
}
