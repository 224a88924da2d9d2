package io.mostik.pbx.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mostik.core.EnvironmentVariables;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PbxConfigTest {

    private static final JsonCodec JSON = JsonCodec.camelCase();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'nam':'x'};nam is not a setting",
                "{'client':{'callMetod':'GET'}};client: callMetod is not a setting",
                "{'client':{'callMethod':'PUT'}};client: callMethod must be GET or POST",
                "{'client':{'region':'XX'}};client: region is not known",
                "{'client':{'request':{'path':'/a','body':{}}}};client.request: body is not a setting",
                "{'client':{'request':{'path':'a'}}};client.request: path must start",
                "{'client':{'request':{'path':'/{nobody}'}}};client.request: {nobody} is not a variable",
                "{'client':{'request':{'path':'/a'}}};client.request: no part of the request has {number}",
                "{'client':{'request':{'path':'/{number}','json':{}}}};client.request: a body needs",
                "{'client':{'request':{'path':'/{number}','compute':[{'name':'a','kind':'md9','of':'x'}]}}};client.request:"
                        + " compute[0]",
                "{'client':{'request':{'path':'/{number}','compute':[{'name':'a','kind':'hmac-sha1','of':'x'}]}}};compute[0].key",
                "{'client':{'request':{'path':'/{number}','query':{'k':'{secret:key}'}}}};client.request: secrets has"
                        + " no key",
                "{'client':{'outcome':{'words':[]}}};client.outcome: words is not a setting",
                "{'client':{'outcome':{'successAt':{'a':{}}}}};client.outcome.successAt.a: a text was expected",
                "{'authentication':{'kind':'magic'}};authentication: kind is one of",
                "{'authentication':[]};authentication: at least one",
                "{'authentication':{'kind':'hmac'}};authentication: hmac: secret is missing",
                "{'authentication':{'kind':'hmac','secret':'k'}};authentication: secrets has no k",
                "{'authentication':{'kind':'computed','equals':'{body}','at':'header:S'}};computed: needs",
                "{'authentication':{'kind':'rsa','publicKey':'eA=='}};rsa: publicKey",
                "{'authentication':{'ways':[{'kind':'none'}],'onlyFrom':['x']}};authentication: ",
                "{'webhooks':{'callData':{'nobody':['x']}}};webhooks.callData.nobody: nobody is not a field",
                "{'webhooks':{'zone':'Mars'}};webhooks.zone: zone is not known",
                "{'webhooks':{'events':{'NOTIFY_END':'OVER'}}};webhooks.events.NOTIFY_END: OVER is none of",
                "{'webhooks':{'events':{'E':{'phase':'ENDED','x':1}}}};webhooks.events.E: an object of",
                "{'webhooks':{'numberStyle':'odd'}};webhooks.numberStyle: ",
                "{'webhooks':{'timePatterns':['yyyy-qqqq{']}};webhooks: timePatterns",
                "{'webhooks':{'callIdPattern':'x'}};webhooks: callIdPattern must have one group",
                "{'webhooks':{'callIdPattern':'['}};webhooks: ",
                "{'webhooks':{'reply':{'status':500}}};webhooks.reply: status",
                "{'webhooks':{'outcomeFrom':'x'}};webhooks.outcomeFrom: x is neither words nor phases",
                "{'webhooks':{'timesFrom':'x'}};webhooks.timesFrom: x is neither push nor receipt",
                "{'client':{'recording':{}}};client.recording: request is missing",
                "{'client':{'recording':{'request':{'path':'/a'}}}};client.recording.request: request: no part of it"
                        + " has {id}",
                "{'client':{'recording':{'request':{'path':'/{id}'},'linkAt':'a','dataAt':'b'}}};client.recording:"
                        + " linkAt and dataAt",
                "{'client':{'recording':{'request':{'path':'/{id}/{secret:k}'}}}};client.recording: secrets has no k",
                "{'client':{'recording':{'request':{'path':'/{id}'},'wait':{'pause':0}}}};client.recording.wait: pause"
                        + " must be positive",
                "{'client':{'list':{'request':{'path':'/a'}}}};client.list.request: request: no part of it has {from",
                "{'client':{'list':{'request':{'path':'/{from:bb}'}}}};client.list: request: {from:bb} has no pattern",
                "{'client':{'list':{'request':{'path':'/{from:epoch}/{number}'}}}};{number} is not a variable",
                "{'delivery':{'attempts':'x'}};delivery.attempts: ",
                "{'rows':{'zone':'Mars'}};rows.zone: zone is not known",
                "{'secrets':{'k':{}}};secrets.k: a text was expected",
                "[];settings must be an object",
                "{;settings are not JSON",
            })
    void givenMistakeInTheFile_whenReading_thenItsPlaceIsNamed(String json, String message) {
        assertThatThrownBy(() -> PbxConfig.fromJson(json.replace('\'', '"')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void givenVariableThatIsNotSet_whenBuilding_thenIsNamed() {
        PbxConfig zadarma = PbxConfig.preset("zadarma");

        assertThatThrownBy(() -> zadarma.client(EnvironmentVariables.of(Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ZADARMA_");
    }

    @Test
    void givenFileWithoutAClient_whenMakingOne_thenIsRefused() {
        assertThatThrownBy(() -> PbxConfig.preset("placetel").client(EnvironmentVariables.of(Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("client is missing");
        assertThatThrownBy(() -> PbxConfig.preset("../x")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"?\":1}', ''",
        "'{\"client\":{\"?\":1}}', client",
        "'{\"client\":{\"outcome\":{\"?\":1}}}', client/outcome",
        "'{\"client\":{\"request\":{\"?\":1}}}', client/request",
        "'{\"client\":{\"recording\":{\"?\":1}}}', client/recording",
        "'{\"client\":{\"recording\":{\"wait\":{\"?\":1}}}}', client/recording/wait",
        "'{\"client\":{\"list\":{\"?\":1}}}', client/list",
        "'{\"delivery\":{\"?\":1}}', delivery",
        "'{\"webhooks\":{\"?\":1}}', webhooks"
    })
    void givenSchema_whenComparing_thenHasTheSettingsOfTheReader(String json, String place) {
        Json at = JSON.read(JsonType.of(Json.class), PbxConfig.schema().getBytes(StandardCharsets.UTF_8));
        for (String step : place.isEmpty() ? new String[0] : place.split("/", -1)) {
            at = at.get("properties").get(step);
        }

        String message = catchThrowable(() -> PbxConfig.fromJson(json)).getMessage();
        String list = message.substring(message.indexOf("[") + 1, message.lastIndexOf("]"));

        assertThat(at.get("properties").names())
                .isEqualTo(Set.copyOf(new TreeSet<>(Arrays.asList(list.split(", ", -1)))));
        assertThat(at.get("additionalProperties").isTrue()).isFalse();
    }

    @Test
    void givenFileAndSample_whenChecking_thenSaysWhatIsReadAndWhatIsNot() throws IOException {
        String shown = check(PbxConfig.presetText("mcn"), PresetsTest.resource("mcn-end.http"));

        assertThat(shown)
                .contains("mcn is described", "MCN_TOKEN")
                .contains("callId = mcn-77 <- callid", "remote = 36301112233 <- did", "talkTime = 173 <- billsec")
                .contains("phase ENDED, INBOUND, outcome ANSWERED")
                .contains("the moment of receipt stands for [endedAt]")
                .contains("not read:", "account_id = 10007", "record = 1")
                .doesNotContain("  abon = ");
    }

    @Test
    void givenDeliveryInTheFile_whenChecking_thenIsTold() throws IOException {
        String sample = PresetsTest.resource("ringostat-after.http");

        assertThat(check(PbxConfig.presetText("ringostat"), sample)).contains("a push is sent once", "in the portal");
        assertThat(check(PbxConfig.presetText("binotel"), sample)).contains("a push is sent up to 6 times");
    }

    @Test
    void givenBadFileOrSample_whenChecking_thenSaysWhy() throws IOException {
        assertThat(check("{\"webhooks\":{\"zone\":\"Mars\"}}", "")).contains("cannot be read: webhooks.zone");
        assertThat(check("{}", "POST")).contains("a sample begins with a verb");
        assertThat(check("{}", "POST /x HTTP/1.1\n\n{\"a\":")).contains("cannot be read");
        assertThat(PbxCheck.run(List.of(), new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)))
                .isEqualTo(2);
    }

    private String check(String json, String sample) throws IOException {
        Path file = Files.writeString(folder.resolve("pbx.json"), json);
        Path http = Files.writeString(folder.resolve("sample.http"), sample);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int result = PbxCheck.run(
                List.of(file.toString(), http.toString()), new PrintStream(out, true, StandardCharsets.UTF_8));
        String shown = out.toString(StandardCharsets.UTF_8);
        assertThat(result).isEqualTo(shown.contains("cannot be read") ? 1 : 0);
        return shown;
    }
}
