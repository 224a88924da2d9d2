package io.mostik.testing.vcclive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the simulator knows beside records and calls. */
@Timeout(30)
class VccLiveProjectsTest {

    final VccLiveSimulator vcc = VccLiveSimulator.startFrozen();
    final Asking client = new Asking(vcc);

    @AfterEach
    void stop() {
        vcc.close();
    }

    @Test
    void givenQuotas_whenSet_thenAnswersByIndexEvenWhenAllWentWell() throws Exception {
        long quota = vcc.addQuota(134, "city", "Győr", 10, 4);

        JsonNode good = client.ask("POST", "/projects/134/quotas", "[{\"quotaid\":%d,\"value\":25}]".formatted(quota));
        JsonNode mixed = client.ask(
                "POST",
                "/projects/134/quotas",
                "[{\"quotaid\":%d},{\"quotaid\":%d,\"value\":30}]".formatted(quota, quota));

        assertThat(good.path("response").path("0").asBoolean()).isTrue();
        assertThat(mixed.path("errors").get(0).path("errormessage").asText()).isEqualTo("error.missing_arguments");
        assertThat(mixed.path("errors").get(0).path("index").asInt()).isZero();
        assertThat(mixed.path("response").path("1").asBoolean()).isTrue();
        JsonNode leaf =
                client.get("/projects/134/quotas").findPath("children").get(0).path("label");
        assertThat(leaf.path("value").asInt()).isEqualTo(30);
        assertThat(leaf.path("diff_value").asInt()).isEqualTo(26);
        assertThat(vcc.quotaLimit(134, quota)).isEqualTo(30);
    }

    @Test
    void givenProject_whenCopied_thenTheNameMustBeFree() throws Exception {
        assertThat(key(client.ask("PUT", "/projects/clone/134", "not json"))).isEqualTo("error.bad_arguments");
        assertThat(key(client.ask("PUT", "/projects/clone/134", "{}"))).isEqualTo("error.required");
        assertThat(key(client.ask("PUT", "/projects/clone/134", "{\"name\":\"Renewals HU\"}")))
                .isEqualTo("error.projectname_already_exists");

        long copy = client.ask("PUT", "/projects/clone/134", "{\"name\":\"Support SK\"}")
                .path("response")
                .asLong();

        assertThat(client.get("/projects/" + copy).findValuesAsText("name")).contains("city", "Győr", "Sale");
    }

    @Test
    void givenFieldWithValues_whenAdded_thenValuesCanFollowInPart() throws Exception {
        long field =
                client.ask("POST", "/projects/134/fields", """
                {"name": "colour", "type": "simple", "indexed": "yes",
                 "values": [{"name": "red", "exportvalue": "R", "price": "7"}]}""").path("response").asLong();

        JsonNode added = client.ask(
                "POST", "/projects/134/fields/" + field + "/values", "[{\"name\":\"red\"},{\"name\":\"blue\"},{}]");

        assertThat(added.path("errors").findValuesAsText("errormessage"))
                .containsExactly("error.value_name_already_exists", "error.name_must_be_between");
        assertThat(added.path("response").path("1").asLong()).isPositive();
        JsonNode fields = client.get("/projects/134").path("response").path("fields");
        assertThat(fields.findValuesAsText("export_value")).contains("R");
        long blue = added.path("response").path("1").asLong();
        assertThat(client.send("DELETE", "/projects/134/fields/" + field + "/values/" + blue, "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.get("/projects/134").findValuesAsText("name")).doesNotContain("blue");
        assertThat(key(client.ask("POST", "/projects/134/fields", "{\"name\":\"Big\",\"type\":\"text\"}")))
                .isEqualTo("error.bad_arguments");
        assertThat(key(client.ask("POST", "/projects/134/fields", "{\"name\":\"size\",\"type\":\"simple\"}")))
                .isEqualTo("error.missing_arguments");
    }

    @Test
    void givenManyDispositions_whenSearched_thenNarrowsAndWidens() throws Exception {
        long first = vcc.addRecord(134, Map.of("name", "a", "phone1", "36301112233"));
        long second = vcc.addRecord(134, Map.of("name", "b", "phone1", "36301112244"));
        vcc.call(134, first, 17, 11, "");

        JsonNode result = client.ask("PUT", "/projects/134/records/dispositions", """
                {"disposition": {"dispositionid": "12", "userid": "17"},
                 "elements": [{"search": {"act_status": "11", "pref_userid": "17"}},
                              {"search": [{"numberid": "%d"}, {"act_status": "99"}]},
                              {"search": {"act_status": "99"}},
                              {"numberid": "%d", "next_calldate": "tomorrow"}]}""".formatted(second, second));

        assertThat(result.path("response").size()).isEqualTo(2);
        assertThat(result.path("errors").findValuesAsText("index")).containsExactly("2", "3");
        assertThat(vcc.dispositions(134, first)).containsExactly(11L, 12L);
        assertThat(vcc.dispositions(134, second)).containsExactly(12L);
    }

    @Test
    void givenUsers_whenAddedAndLoggedIn_thenListsTellThem() throws Exception {
        String user =
                "{\"name\":\"Kiss Pál\",\"username\":\"pal\",\"password\":\"%s\",\"is_agent\":true,\"role_id\":%d}";

        assertThat(key(client.ask("PUT", "/users", user.formatted("short", 4))))
                .isEqualTo("error.password_policy_min_chars_error");
        assertThat(key(client.ask("PUT", "/users", user.formatted("long-enough-1", 99))))
                .isEqualTo("error.non_exist");
        long id = client.ask("PUT", "/users", user.formatted("long-enough-1", 4))
                .path("response")
                .asLong();
        vcc.logIn(id, "AVAILABLE4CALL", 134);
        vcc.clock().advance(Duration.ofSeconds(40));

        JsonNode online = client.get("/onlineusers/134").path("response").get(0);
        assertThat(online.path("userId").asLong()).isEqualTo(id);
        assertThat(online.path("stateDuration").asInt()).isEqualTo(40);
        assertThat(client.get("/onlineusers/201").path("response")).isEmpty();
        vcc.logOut(id);
        assertThat(client.get("/onlineusers").path("response")).isEmpty();
    }

    @Test
    void givenEmailsAndFigures_whenAsked_thenPagesAndTablesCome() throws Exception {
        for (int i = 1; i <= 12; i++) {
            Instant at = vcc.clock().now().plus(Duration.ofMinutes(i));
            vcc.addEmail(134, new VccEmail(i, at, "inbound", "a@example.hu", "b@example.hu", "s"));
        }
        vcc.addStatistics("inbound", Map.of("calls", 3));
        vcc.addStatistics("userstate", Map.of("duration", 5));

        JsonNode emails = client.get("/projects/134/emails/2026/03/02?start=10&num=5&direction=DESC")
                .path("response");
        assertThat(emails.path("totalCount").asInt()).isEqualTo(12);
        assertThat(emails.path("rows").findValuesAsText("emailId")).containsExactly("2", "1");
        String days = "from=20260301&to=20260331";
        assertThat(client.get("/statistics/inbound?" + days + "&dimensions=project,date")
                        .path("response")
                        .get(0)
                        .path("calls")
                        .asInt())
                .isEqualTo(3);
        assertThat(new String(client.send("GET", "/statistics/inbound?" + days + "&dimensions=date&of=csv", "")
                        .body()))
                .isEqualTo("calls\n3\n");
        assertThat(key(client.get("/statistics/inbound?" + days))).isEqualTo("error.missing_arguments");
        assertThat(key(client.get("/statistics/userbased?" + days + "&dimensions=queue")))
                .isEqualTo("error.bad_arguments");
        assertThat(client.send("GET", "/statistics/userstate?" + days + "&start=1", "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void givenDesktop_whenCalledTwiceAtOnce_thenIgnoresTheSecond() throws Exception {
        long record = vcc.addRecord(134, Map.of("name", "a", "phone1", "36301112233"));

        HttpResponse<String> first = get("/call/36301112233?name=Nora");
        get("/call/hangup?dispositionid=12");
        get("/call/36301112244");
        vcc.clock().advance(Duration.ofSeconds(2));
        get("/call/36301112244");

        assertThat(first.body()).isEmpty();
        assertThat(vcc.desktop().dialled()).hasSize(2);
        assertThat(vcc.desktop().dialled().get(0).numberId()).isEqualTo(record);
        assertThat(vcc.value(134, record, "name")).contains("Nora");
        assertThat(vcc.dispositions(134, record)).containsExactly(12L);
        assertThat(vcc.desktop().isInCall()).isTrue();
        vcc.desktop().available(false);
        get("/call/hangup");
        vcc.clock().advance(Duration.ofSeconds(2));
        get("/call/36301112233");
        assertThat(vcc.desktop().dialled()).hasSize(2);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        "http://127.0.0.1:" + vcc.uri().getPort() + path))
                                .build(),
                        BodyHandlers.ofString());
    }

    private static String key(JsonNode envelope) {
        return envelope.path("errors").path(0).path("errormessage").asText();
    }
}
