package io.mostik.bridge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.gateway.FlatCaller.Answer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GatewayIntentsTest {

    @RegisterExtension
    static final GatewayServer GATEWAY = new GatewayServer();

    private final FlatCaller zup = GATEWAY.caller(GatewayServer.ZUP);
    private final FlatCaller old = GATEWAY.caller(GatewayServer.OLD);
    private final FlatCaller viewer = GATEWAY.caller(GatewayServer.VIEWER);
    private final FlatCaller operator = GATEWAY.caller(GatewayServer.OPERATOR);
    private final FlatCaller approver = GATEWAY.caller(GatewayServer.APPROVER);

    @Test
    void givenIntent_whenRead_thenOnlyOneselfAndPeopleSeeIt() throws Exception {
        String intent = ask("test.note", "A-1").text("intent");

        assertThat(zup.get("/v1/intents/" + intent).text("state")).isEqualTo("done");
        assertThat(old.get("/v1/intents/" + intent).status()).isEqualTo(404);
        assertThat(viewer.get("/v1/intents/" + intent).text("document")).isEqualTo("A-1");
    }

    @Test
    void givenOpenIntent_whenWaitedFor_thenAnsweredAtItsEnd() throws Exception {
        CompletableFuture<ActionResult> end = new CompletableFuture<>();
        GATEWAY.actions().on("B-1", call -> end.join());
        Answer accepted = zup.post("/v1/actions/test.note?wait=0", body("B-1"));
        CompletableFuture<Answer> waiting =
                CompletableFuture.supplyAsync(() -> get(zup, accepted.text("intent") + "?wait=25"));

        end.complete(ActionResult.done("status_set"));

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(waiting.join().text("state")).isEqualTo("done");
    }

    @Test
    void givenDocuments_whenListed_thenOnlyThese() throws Exception {
        ask("test.note", "C-1");
        ask("test.pay", "C-1");
        ask("test.note", "C-2");
        old.post("/v1/actions/test.note", body("C-1"));

        Answer page = zup.get("/v1/intents?document=C-1");
        Answer rest = zup.get("/v1/intents?document=C-1&state=done,refused&after="
                + page.json()
                        .get("intents")
                        .elements()
                        .get(0)
                        .get("intent")
                        .text()
                        .orElse(""));
        Answer everybody = viewer.get("/v1/intents?document=C-1");
        Answer one = viewer.get("/v1/intents?document=C-1&base=old");

        assertThat(page.text("count")).isEqualTo("2");
        assertThat(page.json().get("intents").elements())
                .extracting(intent -> intent.get("action").text().orElse(""))
                .containsExactly("test.note", "test.pay");
        assertThat(rest.text("count")).isEqualTo("1");
        assertThat(everybody.text("count")).isEqualTo("3");
        assertThat(one.text("count")).isEqualTo("1");
    }

    @Test
    void givenNothingSent_whenCancelled_thenCancelledOnceAndForAll() throws Exception {
        GATEWAY.bridge().hold("a test", "nothing is sent meanwhile");
        Answer accepted = zup.post("/v1/actions/test.note?wait=0", body("D-1"));
        String intent = "/v1/intents/" + accepted.text("intent");

        Answer cancelled = zup.post(intent + "/cancel", "{}");
        Answer again = zup.post(intent + "/cancel", "");
        GATEWAY.bridge().release("a test", "over");
        Answer asked = zup.post("/v1/actions/test.note", body("D-1"));

        assertThat(cancelled.status()).as(cancelled.raw()).isEqualTo(200);
        assertThat(cancelled.text("state")).isEqualTo("cancelled");
        assertThat(cancelled.text("happened")).isEqualTo("no");
        assertThat(cancelled.text("next_step")).isEqualTo("nothing");
        assertThat(again.text("earlier")).isEqualTo("true");
        assertThat(asked.text("state")).isEqualTo("cancelled");
    }

    @Test
    void givenEndedIntent_whenCancelled_then409WithWhatItIs() throws Exception {
        String intent = ask("test.note", "E-1").text("intent");

        Answer answer = zup.post("/v1/intents/" + intent + "/cancel", "{}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("first_state")).isEqualTo("done");
        assertThat(answer.text("happened")).isEqualTo("yes");
    }

    @Test
    void givenUnknownMoney_whenSettled_thenByAnApproverOnlyAndOnce() throws Exception {
        GATEWAY.actions().on("F-1", call -> ActionResult.unknown("limit_unknown"));
        String address = "/v1/intents/" + ask("test.pay", "F-1").text("intent") + "/resolve";
        String decision = "{'happened':'yes','result_limit':'5.00','reason':'seen at the bank'}";

        Answer base = zup.post(address, decision);
        Answer onlooker = viewer.post(address, decision);
        Answer lesser = operator.post(address, decision);
        Answer first = approver.post(address, decision);
        Answer second = approver.post(address, "{'happened':'no','reason':'not seen'}");

        assertThat(base.text("code")).isEqualTo("only_people");
        assertThat(onlooker.text("code")).isEqualTo("role_missing");
        assertThat(lesser.status()).isEqualTo(403);
        assertThat(first.status()).as(first.raw()).isEqualTo(200);
        assertThat(first.text("state")).isEqualTo("done");
        assertThat(first.raw()).contains("\"result_limit\":5.00");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("code")).isEqualTo("already_settled");
        assertThat(second.text("first_state")).isEqualTo("done");
        assertThat(zup.post("/v1/actions/test.pay", body("F-1")).text("happened"))
                .isEqualTo("yes");
    }

    @Test
    void givenUnknownNote_whenSettledToSendAgain_thenSentAgain() throws Exception {
        GATEWAY.actions().on("G-1", call -> ActionResult.unknown("answer_lost"));
        String intent = ask("test.note", "G-1").text("intent");
        GATEWAY.actions().on("G-1", call -> ActionResult.done("status_set"));

        operator.post("/v1/intents/" + intent + "/resolve", "{'happened':'no','send_again':true,'reason':'not there'}");

        assertThat(zup.get("/v1/intents/" + intent + "?wait=25").text("state")).isEqualTo("done");
    }

    @Test
    void givenIncompleteDecision_whenSettling_then400() throws Exception {
        GATEWAY.actions().on("H-1", call -> ActionResult.unknown("answer_lost"));
        String address = "/v1/intents/" + ask("test.note", "H-1").text("intent") + "/resolve";

        assertThat(operator.post(address, "{'happened':'yes'}").text("field")).isEqualTo("reason");
        assertThat(operator.post(address, "{'reason':'x'}").text("field")).isEqualTo("happened");
        assertThat(operator.post(address, "{'happened':'perhaps','reason':'x'}").text("code"))
                .isEqualTo("field_yes_or_no");
        assertThat(operator.post(address, "{'happened':'yes','send_again':true,'reason':'x'}")
                        .text("field"))
                .isEqualTo("send_again");
        assertThat(operator.post(address, "{'happened':'yes','reason':'x','note':'y'}")
                        .text("code"))
                .isEqualTo("field_unknown");
    }

    @Test
    void givenWaitingIntent_whenRetried_thenTriedNow() throws Exception {
        GATEWAY.actions().on("I-1", call -> ActionResult.begun("limit_being_set", Duration.ofHours(1)));
        String intent = zup.post("/v1/actions/test.note?wait=0", body("I-1")).text("intent");
        awaitBegun(intent);
        GATEWAY.actions().on("I-1", call -> ActionResult.done("status_set"));

        Answer answer = operator.post("/v1/intents/" + intent + "/retry", "{'reason':'the bank is back'}");

        assertThat(answer.status()).as(answer.raw()).isIn(200, 202);
        assertThat(zup.get("/v1/intents/" + intent + "?wait=25").text("state")).isEqualTo("done");
    }

    private void awaitBegun(String intent) throws Exception {
        while (!zup.get("/v1/intents/" + intent).text("code").equals("limit_being_set")) {
            Thread.onSpinWait();
        }
    }

    private Answer ask(String action, String document) throws Exception {
        return zup.post("/v1/actions/" + action, body(document));
    }

    private static Answer get(FlatCaller caller, String intent) {
        try {
            return caller.get("/v1/intents/" + intent);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String body(String document) {
        return "{'document':'" + document + "','order':'1001','sum':5}";
    }
}
