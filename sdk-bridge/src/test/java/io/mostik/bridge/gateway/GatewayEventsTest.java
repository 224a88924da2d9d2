package io.mostik.bridge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.gateway.FlatCaller.Answer;
import io.mostik.core.json.Json;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GatewayEventsTest {

    @RegisterExtension
    static final GatewayServer GATEWAY = new GatewayServer();

    private final FlatCaller zup = GATEWAY.caller(GatewayServer.ZUP);

    @Test
    void givenEndedIntents_whenRead_thenInOrderAndOnlyOnesOwn() throws Exception {
        long before = last();
        ask("A-1");
        ask("A-2");
        GATEWAY.caller(GatewayServer.OLD).post("/v1/actions/test.note", body("A-3"));

        Answer page = zup.get("/v1/events?after=" + before);
        Answer first = zup.get("/v1/events?limit=1&after=" + before);
        Answer rest = zup.get("/v1/events?after=" + first.text("next"));
        Answer none = zup.get("/events?after=" + page.text("next"));

        assertThat(documents(page)).containsExactly("A-1", "A-2");
        assertThat(page.text("next")).isEqualTo(page.text("last"));
        assertThat(documents(first)).containsExactly("A-1");
        assertThat(documents(rest)).containsExactly("A-2");
        assertThat(none.text("count")).isEqualTo("0");
        assertThat(none.text("next")).isEqualTo(page.text("next"));
        assertThat(page.raw()).doesNotContain("null");
    }

    @Test
    void givenNoEvent_whenWaitedFor_thenAnsweredWithTheNext() throws Exception {
        long before = last();
        CompletableFuture<Answer> waiting = CompletableFuture.supplyAsync(() -> page("?wait=25&after=" + before));

        ask("B-1");

        assertThat(documents(waiting.join())).containsExactly("B-1");
    }

    @Test
    void givenUnknownOutcomeSettled_whenRead_thenAnEventForEach() throws Exception {
        long before = last();
        GATEWAY.actions().on("C-1", call -> ActionResult.unknown("answer_lost"));
        String intent = ask("C-1").text("intent");
        Answer unknown = zup.get("/v1/events?after=" + before);
        GATEWAY.caller(GatewayServer.OPERATOR)
                .post("/v1/intents/" + intent + "/resolve", "{'happened':'yes','reason':'seen'}");

        Answer settled = zup.get("/v1/events?after=" + unknown.text("next"));

        assertThat(states(unknown)).containsExactly("unknown");
        assertThat(states(settled)).containsExactly("done");
    }

    @Test
    void givenOtherJournal_whenRead_thenSaid() throws Exception {
        ask("D-1");
        String journal = zup.get("/v1/events?limit=1").text("journal");

        Answer same = zup.get("/v1/events?journal=" + journal);
        Answer other = zup.get("/v1/events?journal=other&after=1");

        assertThat(same.text("code")).isEqualTo("events");
        assertThat(same.text("count")).isNotEqualTo("0");
        assertThat(other.text("code")).isEqualTo("other_journal");
        assertThat(other.text("count")).isEqualTo("0");
    }

    private Answer ask(String document) throws Exception {
        return zup.post("/v1/actions/test.note", body(document));
    }

    private static String body(String document) {
        return "{'document':'" + document + "','order':'1001','sum':5}";
    }

    private Answer page(String query) {
        try {
            return zup.get("/v1/events" + query);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static long last() {
        return GATEWAY.bridge().intents().lastEvent("zup");
    }

    private static List<String> documents(Answer page) {
        return values(page, "document");
    }

    private static List<String> states(Answer page) {
        return values(page, "state");
    }

    private static List<String> values(Answer page, String name) {
        return page.json().get("events").elements().stream()
                .map(event -> event.get(name))
                .map(Json::text)
                .map(text -> text.orElse(""))
                .toList();
    }
}
