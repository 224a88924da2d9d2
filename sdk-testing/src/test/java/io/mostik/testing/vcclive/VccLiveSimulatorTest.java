package io.mostik.testing.vcclive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class VccLiveSimulatorTest {

    final VccLiveSimulator vcc = VccLiveSimulator.startFrozen();
    final Asking client = new Asking(vcc);

    @AfterEach
    void stop() {
        vcc.close();
    }

    @Test
    void givenProjects_whenListed_thenJsonComesAsPlainText() throws Exception {
        HttpResponse<byte[]> answer = client.send("GET", "/projects", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
        assertThat(answer.headers().firstValue("X-Resource")).contains("ProjectsResource");
        JsonNode envelope = client.get("/projects");
        assertThat(envelope.path("errors")).isEmpty();
        assertThat(envelope.path("response").get(0).path("projectid").asInt()).isEqualTo(134);
        assertThat(envelope.path("response").get(0).path("container").isBoolean())
                .isTrue();
    }

    @Test
    void givenNoOrOtherCredentials_whenAsked_then401() throws Exception {
        HttpRequest bare =
                HttpRequest.newBuilder(URI.create(vcc.uri() + "/projects")).build();
        assertThat(HttpClient.newHttpClient()
                        .send(bare, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(401);

        String old = vcc.token();
        vcc.credentials(vcc.customer(), "renewed");

        assertThat(old).isNotEqualTo(vcc.token());
        assertThat(client.send("GET", "/projects", "").statusCode()).isEqualTo(200);
    }

    @Test
    void givenTokenForSomeResources_whenOthersAreAsked_then403() throws Exception {
        vcc.allowResources("/projects|/cdrs/.*projectid=134.*");

        assertThat(client.send("GET", "/projects", "").statusCode()).isEqualTo(200);
        assertThat(client.send("GET", "/cdrs/2026/03?projectid=134", "").statusCode())
                .isEqualTo(200);
        assertThat(client.send("GET", "/cdrs/2026/03", "").statusCode()).isEqualTo(403);
    }

    @Test
    void givenUnknownPathOrVerb_whenAsked_then404Or405() throws Exception {
        assertThat(client.send("GET", "/projects/999", "").statusCode()).isEqualTo(404);
        assertThat(client.send("GET", "/nothing", "").statusCode()).isEqualTo(404);
        assertThat(client.send("DELETE", "/projects", "").headers().firstValue("Allow"))
                .contains("GET");
    }

    @Test
    void givenProject_whenDescribed_thenHasFieldsAndDispositions() throws Exception {
        JsonNode response = client.get("/projects/134").path("response");

        assertThat(response.path("fields")).hasSize(3);
        JsonNode city = response.path("fields").get(1);
        assertThat(city.path("type").asText()).isEqualTo("simple");
        assertThat(city.path("indexed").asText()).isEqualTo("no");
        assertThat(city.path("values").get(1).path("name").asText()).isEqualTo("Győr");
        assertThat(response.path("dispositions").get(1).path("assessment").asText())
                .isEqualTo("ordered");
    }

    @Test
    void givenFinishedCall_whenRecordIsAskedEarly_thenComesLater() throws Exception {
        long record = vcc.addRecord(134, Map.of("phone1", "36301112233"));
        VccCall call = vcc.call(134, record, 17, 12, "");
        String path = "/cdr/2026/03/" + call.uuid();

        assertThat(client.send("GET", path, "").statusCode()).isEqualTo(404);
        vcc.clock().advance(Duration.ofMinutes(5));

        JsonNode cdr = client.get(path).path("response");
        assertThat(cdr.path("uuid").asText()).isEqualTo(call.uuid());
        assertThat(cdr.path("direction").asText()).isEqualTo("outbound");
        assertThat(cdr.path("billing_ts").asText()).isEqualTo("2026-03-02 10:13:25");
        assertThat(cdr.path("billing_ts_utc").asText()).isEqualTo("2026-03-02 09:13:25");
        assertThat(cdr.path("dispositionreach").asInt()).isEqualTo(3);
        assertThat(client.get("/projects/134/records/" + record)
                        .path("response")
                        .path("cdrs"))
                .hasSize(1);
        assertThat(client.send("GET", "/cdr/2026/04/" + call.uuid(), "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void givenManyCalls_whenListed_thenPagesOfTenUnlessAskedOtherwise() throws Exception {
        long record = vcc.addRecord(134, Map.of("phone1", "36301112233"));
        for (int i = 0; i < 12; i++) {
            vcc.call(134, record, 17, 11, "");
            vcc.clock().advance(Duration.ofMinutes(6));
        }

        JsonNode first = client.get("/cdrs/2026/03").path("response");
        assertThat(first.path("rows")).hasSize(10);
        assertThat(first.path("totalCount").asText()).isEqualTo("12");
        assertThat(client.get("/cdrs/2026/03/02?start=10&num=1000")
                        .path("response")
                        .path("rows"))
                .hasSize(2);
        assertThat(client.get("/cdrs/2026/03?projectid=9").path("response").path("rows"))
                .isEmpty();
        assertThat(client.get("/cdrs/2026/03/03")
                        .path("response")
                        .path("totalCount")
                        .asText())
                .isEqualTo("0");
    }

    @Test
    void givenVoiceFiles_whenArchived_thenTheyAreNotOfferedAgain() throws Exception {
        for (int i = 0; i < 12; i++) {
            vcc.addVoiceFile(
                    "u" + i, "2026", "03", "call" + i + "_.mp4", ("audio" + i).getBytes(StandardCharsets.UTF_8));
        }

        assertThat(client.get("/voicefiles/2026/03").path("response")).hasSize(10);
        assertThat(client.get("/voicefiles/2026/03?lastUuid=u9").path("response"))
                .extracting(file -> file.path("uuid").asText())
                .containsExactly("u10", "u11");
        HttpResponse<byte[]> audio = client.send("GET", "/voicefiles/2026/03/u0", "");
        assertThat(audio.body()).asString().isEqualTo("audio0");
        JsonNode wrong = client.ask("PUT", "/voicefiles/2026/03/u0", "{\"checkSum\":\"0\"}");
        assertThat(wrong.path("errors")).hasSize(1);
        assertThat(vcc.archived("u0")).isFalse();
        String checksum = VccVoiceFile.md5(audio.body());
        JsonNode right = client.ask("PUT", "/voicefiles/2026/03/u0", "{\"checkSum\":\"" + checksum + "\"}");
        assertThat(right.path("response").asBoolean()).isTrue();
        assertThat(vcc.archived("u0")).isTrue();
        assertThat(client.get("/voicefiles/2026/03")
                        .path("response")
                        .get(0)
                        .path("uuid")
                        .asText())
                .isEqualTo("u1");
    }

    @Test
    void givenUsers_whenListed_thenTheAgentIsThere() throws Exception {
        JsonNode user = client.get("/users").path("response").get(0);

        assertThat(user.path("userid").asInt()).isEqualTo(17);
        assertThat(user.path("is_agent").asBoolean()).isTrue();
    }
}
