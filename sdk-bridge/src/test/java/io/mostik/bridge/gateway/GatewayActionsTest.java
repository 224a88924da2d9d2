package io.mostik.bridge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.gateway.FlatCaller.Answer;
import io.mostik.bridge.intent.NextStep;
import io.mostik.testing.tbank.TBankSimulator;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GatewayActionsTest {

    @RegisterExtension
    static final GatewayServer GATEWAY = new GatewayServer();

    private final FlatCaller zup = GATEWAY.caller(GatewayServer.ZUP);
    private final FlatCaller cards = GATEWAY.caller(GatewayServer.CARDS);

    @Test
    void givenGrant_whenAsked_thenDoneAndToldFlat() throws Exception {
        Answer answer = zup.post(
                "/v1/actions/cards.limit.grant",
                "{'document':'0F6B1C9E-5A51-11EE-9C2A-00155D012301','organisation':'5C1D7A40-5A51-11EE-9C2A-00155D012345',"
                        + "'card':'" + TBankSimulator.PLASTIC_CARD + "','order':'1001','sum':'1 450,50'}");

        assertThat(answer.status()).as(answer.raw()).isEqualTo(200);
        assertThat(answer.json().names())
                .containsExactly(
                        "intent",
                        "document",
                        "action",
                        "state",
                        "happened",
                        "next_step",
                        "code",
                        "message",
                        "result_limit",
                        "event",
                        "earlier",
                        "at",
                        "at_unix",
                        "journal");
        assertThat(answer.text("document")).isEqualTo("0f6b1c9e-5a51-11ee-9c2a-00155d012301");
        assertThat(answer.text("state")).isEqualTo("done");
        assertThat(answer.text("happened")).isEqualTo("yes");
        assertThat(answer.text("next_step")).isEqualTo("nothing");
        assertThat(answer.text("message")).isEqualTo("Лимит 1\u00A0450,50 установлен");
        assertThat(answer.raw()).contains("\"result_limit\":1450.50").contains("\"earlier\":false");
        assertThat(answer.text("at")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(GATEWAY.bank().grantedTotal(TBankSimulator.PLASTIC_CARD))
                .isEqualByComparingTo(new BigDecimal("1450.50"));
    }

    @Test
    void givenSameDocument_whenAskedAgain_thenAnsweredFromTheJournal() throws Exception {
        Answer first = zup.post("/v1/actions/test.note", body("Same-1", "'1450,50'"));
        Answer asNumber = zup.post("/v1/actions/test.note", body("Same-1", "1450.5"));
        Answer withBlanks = zup.post("/v1/actions/test.note", body("\u00A0Same-1\u200B", "'1 450.50'"));

        assertThat(first.text("earlier")).isEqualTo("false");
        assertThat(asNumber.text("earlier")).isEqualTo("true");
        assertThat(asNumber.text("intent")).isEqualTo(first.text("intent"));
        assertThat(withBlanks.text("intent")).isEqualTo(first.text("intent"));
        assertThat(GATEWAY.actions().attempts("Same-1")).isEqualTo(1);
    }

    @Test
    void givenSameGuidOtherwiseWritten_whenAskedAgain_thenTheSame() throws Exception {
        String guid = "0f6b1c9e-5a51-11ee-9c2a-00155d0123aa";
        Answer first = zup.post("/v1/actions/test.note", body(guid, "5"));
        Answer capital = zup.post("/v1/actions/test.note", body(guid.toUpperCase(Locale.ROOT), "5"));
        Answer braces = zup.post("/v1/actions/test.note", body("{" + guid + "}", "5"));

        assertThat(capital.text("intent")).isEqualTo(first.text("intent"));
        assertThat(braces.text("intent")).isEqualTo(first.text("intent"));
    }

    @Test
    void givenSameDocumentWithOtherSum_whenAsked_thenConflictTellsTheFirstState() throws Exception {
        Answer first = zup.post("/v1/actions/test.note", body("Other-1", "5"));
        Answer other = zup.post("/v1/actions/test.note", body("Other-1", "6"));

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("code")).isEqualTo("other_content");
        assertThat(other.text("first_state")).isEqualTo("done");
        assertThat(other.text("happened")).isEqualTo("yes");
        assertThat(other.text("next_step")).isEqualTo("new_document");
        assertThat(other.text("intent")).isEqualTo(first.text("intent"));
    }

    @Test
    void givenLines_whenAsked_thenOneIntentEach() throws Exception {
        Answer one = zup.post("/v1/actions/test.note", "{'document':'L-1','line':'1','order':'1','sum':5}");
        Answer two = zup.post("/v1/actions/test.note", "{'document':'L-1','line':'2','order':'1','sum':5}");

        assertThat(one.text("line")).isEqualTo("1");
        assertThat(two.text("intent")).isNotEqualTo(one.text("intent"));
    }

    @Test
    void givenRefusal_whenAsked_then422() throws Exception {
        GATEWAY.actions()
                .on(
                        "R-1",
                        call -> new ActionResult.Refused(
                                "card_order_closed", NextStep.NEW_DOCUMENT, Optional.of("closed")));

        Answer answer = zup.post("/v1/actions/test.note", body("R-1", "5"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("state")).isEqualTo("refused");
        assertThat(answer.text("happened")).isEqualTo("no");
        assertThat(answer.text("next_step")).isEqualTo("new_document");
        assertThat(answer.text("message")).isEqualTo("Заказ закрыт");
        assertThat(answer.text("vendor_says")).isEqualTo("closed");
    }

    @Test
    void givenUnknownOutcome_whenAsked_then200AndPerson() throws Exception {
        GATEWAY.actions().on("U-1", call -> ActionResult.unknown("nobody_known"));

        Answer answer = zup.post("/v1/actions/test.note", body("U-1", "5"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("state")).isEqualTo("unknown");
        assertThat(answer.text("happened")).isEqualTo("unknown");
        assertThat(answer.text("next_step")).isEqualTo("person");
    }

    @Test
    void givenSlowAction_whenNotWaiting_then202() throws Exception {
        GATEWAY.actions().on("W-1", call -> ActionResult.begun("limit_being_set", Duration.ofHours(1)));

        Answer answer = zup.post("/v1/actions/test.note?wait=0", body("W-1", "5"));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("state")).isIn("accepted", "working");
        assertThat(answer.text("next_step")).isEqualTo("wait");
        assertThat(answer.text("happened")).isEqualTo("unknown");
    }

    @Test
    void givenIdempotencyKey_whenAsked_thenItIsTheDocument() throws Exception {
        Answer header = zup.send(zup.request("/v1/actions/test.note")
                .header("Idempotency-Key", "\"K-1\"")
                .POST(BodyPublishers.ofString("{\"order\":\"1\",\"sum\":5}")));
        Answer field = zup.post("/v1/actions/test.note", body("K-1", "5"));
        Answer both = zup.send(zup.request("/v1/actions/test.note")
                .header("Idempotency-Key", "K-2")
                .POST(BodyPublishers.ofString("{\"document\":\"K-1\",\"order\":\"1\",\"sum\":5}")));

        assertThat(header.status()).as(header.raw()).isEqualTo(200);
        assertThat(field.text("intent")).isEqualTo(header.text("intent"));
        assertThat(both.status()).isEqualTo(400);
        assertThat(both.text("code")).isEqualTo("document_and_key");
    }

    @Test
    void givenSeveralAccounts_whenNoneNamed_thenChoicesAreTold() throws Exception {
        Answer none = zup.post("/v1/actions/cards.holder.note", holder("A-1", ""));
        Answer named = zup.post("/v1/actions/cards.holder.note", holder("A-1", ",'connection':'south'"));
        Answer byOwner = zup.post("/v1/actions/cards.holder.note", holder("A-2", ",'organisation':'South  LTD'"));
        Answer unknown = zup.post("/v1/actions/cards.holder.note", holder("A-3", ",'organisation':'west'"));

        assertThat(none.status()).isEqualTo(400);
        assertThat(none.text("code")).isEqualTo("connection_needed");
        assertThat(none.text("choices")).isEqualTo("north, south");
        assertThat(named.status()).as(named.raw()).isEqualTo(200);
        assertThat(byOwner.status()).as(byOwner.raw()).isEqualTo(200);
        assertThat(unknown.text("code")).isEqualTo("connection_unknown");
    }

    @Test
    void givenBaseOfOneOrganisation_whenAsked_thenItsAccountOnly() throws Exception {
        Answer own = cards.post("/v1/actions/cards.holder.note", holder("B-1", ""));
        Answer foreign = cards.post("/v1/actions/cards.holder.note", holder("B-2", ",'organisation':'south ltd'"));
        Answer account = cards.post("/v1/actions/cards.holder.note", holder("B-3", ",'connection':'south'"));

        assertThat(own.status()).as(own.raw()).isEqualTo(200);
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.text("code")).isEqualTo("organisation_not_allowed");
        assertThat(account.status()).isEqualTo(400);
        assertThat(account.text("choices")).isEqualTo("north");
    }

    @Test
    void givenRights_whenAskedForMore_then403() throws Exception {
        Answer dismissal = cards.post("/v1/actions/cards.dismiss", "{'document':'D-1','employee':'17'}");
        Answer other = cards.post("/v1/actions/test.note", body("D-2", "5"));

        assertThat(dismissal.status()).isEqualTo(403);
        assertThat(dismissal.text("code")).isEqualTo("not_allowed");
        assertThat(dismissal.text("message")).isEqualTo("Ten klucz nie ma uprawnienia: cards.dismiss");
        assertThat(other.status()).isEqualTo(403);
    }

    @Test
    void givenNobodyNoted_whenDismissed_thenUnknownAndPerson() throws Exception {
        Answer answer = zup.post(
                "/v1/actions/cards.dismiss",
                "{'document':'N-1','connection':'north','employee':'5f0b2c1e-3d4a-11ee-9c1d-0050569a0009'}");

        assertThat(answer.text("code")).as(answer.raw()).isEqualTo("nobody_known");
        assertThat(answer.text("state")).isEqualTo("unknown");
        assertThat(answer.text("next_step")).isEqualTo("person");
    }

    @Test
    void givenOldAddresses_whenAsked_thenTheNewActions() throws Exception {
        Answer holder = zup.post("/holders", holder("O-1", ",'connection':'north'"));
        Answer limit = zup.post(
                "/limits",
                "{'document':'O-2','connection':'north','card':'" + TBankSimulator.VIRTUAL_CARD
                        + "','order':'O-2','sum':1}");
        Answer close = zup.post(
                "/limits/close",
                "{'document':'O-3','connection':'north','card':'" + TBankSimulator.PLASTIC_CARD + "','order':'O-9'}");
        Answer dismissal = zup.post("/dismissals", "{'document':'O-4','connection':'north','employee':'nobody'}");

        assertThat(holder.text("action")).isEqualTo("cards.holder.note");
        assertThat(limit.text("action")).isEqualTo("cards.limit.grant");
        assertThat(close.text("action")).isEqualTo("cards.limit.close");
        assertThat(dismissal.text("action")).isEqualTo("cards.dismiss");
    }

    private static String holder(String document, String more) {
        return "{'document':'" + document + "','card':'" + TBankSimulator.PLASTIC_CARD + "','employee':'17'" + more
                + "}";
    }

    private static String body(String document, String sum) {
        return "{'document':'" + document + "','order':'1001','sum':" + sum + "}";
    }
}
