package io.mostik.bridge.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.Fields;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import io.mostik.testing.tbank.CardStatus;
import io.mostik.testing.tbank.TBankSimulator;
import io.mostik.testing.vcclive.VccHook;
import io.mostik.testing.vipex.VipexHook;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each ready link as a story between simulated vendors, both ends over HTTP. */
class ReadyLinksTest {

    private static final long PROJECT = 134;

    @Test
    void whoSubscribesIsCalledAndWhoLeavesIsNotCalledAgain() {
        try (StoryLab lab = new StoryLab("newsletter-to-calls")) {
            int before = lab.vcc.records(PROJECT).size();
            int status = lab.form("newsletter/subscriber", audience("subscribe", "2026-11-29 10:00:00"));
            int again = lab.form("newsletter/subscriber", audience("subscribe", "2026-11-29 10:00:00"));
            Run called = lab.ended("newsletter-to-calls");
            long record = lab.vcc.records(PROJECT).get(before);
            lab.form("newsletter/subscriber", audience("unsubscribe", "2026-11-29 10:05:00"));
            Run left = lab.ended("unsubscribed-not-called");
            lab.form("newsletter/subscriber", audience("subscribe", "2026-11-29 10:04:00"));
            lab.links.runDue();

            assertThat(status).isEqualTo(200);
            assertThat(again).isEqualTo(200);
            assertThat(called.state()).isEqualTo(RunState.DONE);
            assertThat(lab.vcc.records(PROJECT)).hasSize(before + 1);
            assertThat(lab.vcc.value(PROJECT, record, "phone1")).contains("+36301112233");
            assertThat(left.state()).isEqualTo(RunState.DONE);
            assertThat(lab.vcc.dispositions(PROJECT, record)).contains(12L);
        }
    }

    @Test
    void aDispositionMakesASubscriber() {
        try (StoryLab lab = new StoryLab("disposition-to-newsletter")) {
            long record = lab.vcc.addRecord(PROJECT, Map.of("name", "Nóra", "email", "Nora@example.hu"));
            lab.vcc.onDisposition(
                    VccHook.post(lab.hook("callcentre/disposition").toString()).secretKey(StoryLab.SECRET));
            lab.vcc.call(PROJECT, record, 17, 11, "wants letters");

            Run run = lab.ended("disposition-to-newsletter");

            assertThat(run.state()).isEqualTo(RunState.DONE);
            assertThat(lab.letters.timesFired(SalesAutopilotSimulator.SIGN_UP_FORM))
                    .isEqualTo(1);
        }
    }

    @Test
    void aChangedOrderIsToldToTheBaseOnceForEachState() {
        try (StoryLab lab = new StoryLab("order-to-shop")) {
            long order = lab.workshop.seedOrder();
            lab.links.poll("order-to-shop");
            lab.links.poll("order-to-shop");

            Run run = lab.ended("order-to-shop");

            assertThat(run.state()).isEqualTo(RunState.DONE);
            assertThat(run.event().id()).startsWith(order + "@");
            assertThat(lab.links.history("order-to-shop", Optional.empty(), 10)).hasSize(1);
            assertThat(lab.bridge.intents().events("link:order-to-shop", 0, 10))
                    .singleElement()
                    .satisfies(
                            event -> assertThat(event.results().find("subject")).contains("order " + order));
        }
    }

    @Test
    void aMissedCallBecomesOneLead() {
        try (StoryLab lab = new StoryLab("missed-call-to-lead")) {
            int before = lab.workshop.leads().size();
            lab.pbx.onCallData(VipexHook.post(lab.hook("pbx/calls")).apiKey(StoryLab.SECRET));
            Map<String, Object> missed = new LinkedHashMap<>(Map.of(
                    "call_id", "c-1",
                    "direction", "inbound",
                    "caller", "+36301112233",
                    "called", "+3615550100",
                    "status", "missed",
                    "start", "2026-11-29T10:00:00Z",
                    "end", "2026-11-29T10:00:20Z"));
            lab.pbx.pushCallData(missed);
            missed.put("hangup_cause", "later words");
            lab.pbx.pushCallData(missed);

            Run run = lab.ended("missed-call-to-lead");

            assertThat(run.state()).as(run.notes().toString()).isEqualTo(RunState.DONE);
            assertThat(lab.workshop.leads()).hasSize(before + 1);
        }
    }

    @Test
    void anOrderIsMarkedPaidOnceItsInvoiceIsPaidInFull() {
        try (StoryLab lab = new StoryLab("invoice-to-order")) {
            lab.letters.addRecord(
                    SalesAutopilotSimulator.ORDERS,
                    Map.of("email", "nora@example.hu", "mssys_shoprenter_id", "W-1", "mssys_order_status", "1"));
            lab.invoices.issue("SZ", "2026/118", "W-1", "25400");
            lab.invoices.pay("2026/118", "10000", "átutalás");
            lab.form("invoices/paid", "szlahu_szamlaszam=2026%2F118&szlahu_rendelesszam=W-1");
            Run partly = lab.ended("invoice-to-order");
            lab.invoices.pay("2026/118", "15400", "átutalás");
            lab.form("invoices/paid", "szlahu_szamlaszam=2026%2F118&szlahu_rendelesszam=W-1");
            lab.form("invoices/paid", "szlahu_szamlaszam=2026%2F118&szlahu_rendelesszam=W-1");

            Run paid = lab.ended("invoice-to-order");

            assertThat(partly.state()).isEqualTo(RunState.FILTERED);
            assertThat(paid.state()).isEqualTo(RunState.DONE);
            assertThat(lab.letters.timesFired(SalesAutopilotSimulator.PAID_FORM))
                    .isEqualTo(1);
        }
    }

    @Test
    void aDismissalBlocksTheCardsAndItsWithdrawalIsToldToPeople() {
        try (StoryLab lab = new StoryLab("dismissal-to-cards")) {
            String employee = "5f0b2c1e-3d4a-11ee-9c1d-0050569a0001";
            lab.before(
                    "cards.holder.note",
                    "bank",
                    Fields.of("card", Long.toString(TBankSimulator.PLASTIC_CARD))
                            .with("employee", employee));
            String document = lab.zup.dismiss(employee, LocalDate.now(ZoneOffset.UTC));
            lab.links.poll("dismissal-to-cards");
            lab.links.poll("dismissal-withdrawn");
            Run blocked = lab.ended("dismissal-to-cards");
            lab.zup.write(document, "Posted", false);
            lab.links.poll("dismissal-withdrawn");

            Run withdrawn = lab.ended("dismissal-withdrawn");

            assertThat(blocked.state()).isEqualTo(RunState.DONE);
            assertThat(lab.bank.card(TBankSimulator.PLASTIC_CARD).status()).isEqualTo(CardStatus.BLOCKED);
            assertThat(withdrawn.state()).as(withdrawn.notes().toString()).isIn(RunState.DONE, RunState.ACCEPTED);
        }
    }

    private static String audience(String type, String firedAt) {
        return "type=" + type + "&fired_at=" + firedAt.replace(" ", "+")
                + "&data[email]=Nora%40example.hu&data[merges][FNAME]=N%C3%B3ra&data[merges][PHONE]=06+30+111+2233";
    }
}
