package io.mostik.salesautopilot.source.szamlazz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.mostik.core.ApiException;
import io.mostik.core.DecodingException;
import io.mostik.core.Secret;
import io.mostik.core.once.Inbox;
import io.mostik.core.once.Once;
import io.mostik.core.webhook.WebhookHttpHandler;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.salesautopilot.SimulatorTest;
import io.mostik.salesautopilot.workflow.LedgerListener;
import io.mostik.salesautopilot.workflow.OrderBalance;
import io.mostik.salesautopilot.workflow.OrderBalance.State;
import io.mostik.salesautopilot.workflow.PaymentLedger;
import io.mostik.testing.Answer;
import io.mostik.testing.SimulatorExtension;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import io.mostik.testing.szamlazz.SzamlazzSimulator;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An account at Számlázz.hu with its notices, counted in the ledger before the simulated SalesAutopilot. */
class SzamlazzSourceTest extends SimulatorTest {

    private static final String ORDER_NUMBER = "W-20931";
    private static final String INVOICE = "KMP-2026-118";

    @RegisterExtension
    final SimulatorExtension<SzamlazzSimulator> extension = SimulatorExtension.of(SzamlazzSimulator::start);

    private SzamlazzSimulator invoices;
    private Szamlazz szamlazz;
    private SzamlazzSource source;
    private PaymentLedger ledger;
    private Inbox<SzamlazzNotice> inbox;
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        invoices = extension.simulator();
        szamlazz = Szamlazz.builder()
                .baseUri(invoices.uri().toString())
                .agentKey(Secret.of(invoices.agentKey()))
                .http(http -> http.time(time).runtime(runtime))
                .build();
        ledger = marketing().payments(ORDERS, PAID, "szamlazz");
        source = SzamlazzSource.of(szamlazz, invoices.issuer(), ledger, store);
        WebhookReceiver<SzamlazzNotice> receiver =
                SzamlazzNotices.builder().secretPath().build();
        inbox = receiver.inbox(Once.over(store, time)).open(notice -> source.accept(notice));
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/ipn/9f0c", WebhookHttpHandler.of(receiver, inbox));
        server.start();
        vendor.addRecord(
                SalesAutopilotSimulator.ORDERS,
                Map.of("email", "kata@example.hu", "mssys_shoprenter_id", ORDER_NUMBER));
    }

    @AfterEach
    void stop() {
        server.stop(0);
        szamlazz.close();
    }

    /** Case 1. */
    @Test
    void givenPaidInvoice_whenNoticeComesTwice_thenOneAction() {
        invoices.issue("SZ", INVOICE, ORDER_NUMBER, "25400");
        invoices.pay(INVOICE, "25400", "átutalás");
        String notice = invoices.notices().get(0);

        deliver();
        post(notice);

        assertThat(balance().state()).isEqualTo(State.COVERED);
        assertPaidForms(1);
        assertThat(vendor.orders(ORDER_NUMBER).get(0)).containsEntry("mssys_billing_number", INVOICE);
    }

    /** Case 2. */
    @Test
    void givenTwoPartPayments_whenOneNotice_thenOneActionWithTheSum() {
        invoices.issue("SZ", INVOICE, ORDER_NUMBER, "25400");
        invoices.pay(INVOICE, "10000", "átutalás");
        invoices.pay(INVOICE, "15400", "átutalás");

        deliver();

        assertThat(balance().paid()).isEqualByComparingTo("25400");
        assertPaidForms(1);
    }

    /** Case 3. */
    @Test
    void givenFirstNoticeComesLast_whenRead_thenNothingMore() {
        invoices.issue("SZ", INVOICE, ORDER_NUMBER, "25400");
        invoices.pay(INVOICE, "10000", "átutalás");
        String first = invoices.notices().get(0);
        invoices.pay(INVOICE, "15400", "átutalás");
        deliver();

        post(first);

        assertThat(balance().paid()).isEqualByComparingTo("25400");
        assertPaidForms(1);
    }

    @Test
    void givenPartPayment_whenNotified_thenNothingIsMarked() {
        invoices.issue("SZ", INVOICE, ORDER_NUMBER, "25400");
        invoices.pay(INVOICE, "10000", "átutalás");

        deliver();

        assertThat(balance().state()).isEqualTo(State.PARTLY);
        assertPaidForms(0);
    }

    /** Case 4. */
    @Test
    void givenProformaThatBecameInvoice_whenNotified_thenInvoiceCounts() {
        invoices.issue("D", "D-KMP-44", ORDER_NUMBER, "25400");
        invoices.pay("D-KMP-44", "25400", "átutalás");
        invoices.convert("D-KMP-44", INVOICE);

        deliver();

        assertThat(balance().due()).isEqualByComparingTo("25400");
        assertPaidForms(1);
        assertThat(vendor.orders(ORDER_NUMBER).get(0)).containsEntry("mssys_billing_number", INVOICE);
    }

    /** Case 5. */
    @Test
    void givenPaidInvoice_whenReversed_thenReversalIsTold() {
        List<OrderBalance> told = listen();
        payInFull();
        invoices.reverse(INVOICE, "KMP-2026-119");

        deliver();

        assertThat(told)
                .singleElement()
                .satisfies(order -> assertThat(order.due()).isZero());
        assertThat(balance().state()).isEqualTo(State.REVERSED);
        assertPaidForms(1);
    }

    @Test
    void givenReversedAndNewInvoice_whenPaid_thenOnlyTheNewIsDue() {
        payInFull();
        invoices.reverse(INVOICE, "KMP-2026-119");
        invoices.issue("SZ", "KMP-2026-120", ORDER_NUMBER, "30000");
        invoices.pay("KMP-2026-120", "30000", "átutalás");

        deliver();

        assertThat(balance().due()).isEqualByComparingTo("30000");
        assertThat(balance().state()).isEqualTo(State.COVERED);
        assertPaidForms(1);
    }

    /** Case 6. */
    @Test
    void givenWrongBooking_whenRemoved_thenPersonIsTold() {
        List<OrderBalance> told = listen();
        payInFull();
        invoices.unpay(INVOICE);

        deliver();

        assertThat(told)
                .singleElement()
                .satisfies(order -> assertThat(order.due()).isEqualByComparingTo("25400"));
        assertPaidForms(1);
        assertThat(vendor.orders(ORDER_NUMBER).get(0)).containsEntry("mssys_order_status", "2");
    }

    /** Case 7. */
    @Test
    void givenDepositAndFinal_whenBothArePaid_thenSumIsTheOrders() {
        invoices.issue("ES", "KMP-2026-117", ORDER_NUMBER, "10000");
        invoices.pay("KMP-2026-117", "10000", "átutalás");
        deliver();
        State deposit = balance().state();
        invoices.issue("VS", INVOICE, ORDER_NUMBER, "15400");
        invoices.pay(INVOICE, "15400", "átutalás");

        deliver();

        assertThat(deposit).isEqualTo(State.PARTLY);
        assertThat(balance().due()).isEqualByComparingTo("25400");
        assertPaidForms(1);
    }

    @Test
    void givenCorrection_whenInvoiceIsPaid_thenBothCount() {
        invoices.issue("SZ", INVOICE, ORDER_NUMBER, "25400");
        invoices.correct(INVOICE, "KMP-2026-119", "4600");
        invoices.pay(INVOICE, "25400", "átutalás");

        deliver();

        assertThat(balance().due()).isEqualByComparingTo("30000");
        assertPaidForms(0);
    }

    /** Case 8. */
    @Test
    void givenInvoiceInEuro_whenNotified_thenCurrencyIsRead() {
        invoices.issue("SZ", INVOICE, ORDER_NUMBER, "66.5", "EUR");
        invoices.pay(INVOICE, "66.5", "bankkártya");

        deliver();

        assertThat(balance().currency()).contains("EUR");
        assertPaidForms(1);
    }

    /** Case 9. */
    @ParameterizedTest
    @CsvSource({"25402, kp, 1", "25398, kp, 1", "25403, kp, 0", "25402, átutalás, 0"})
    void givenRoundedPayment_whenInCash_thenIsSettled(String gross, String method, int forms) {
        invoices.issue("SZ", INVOICE, ORDER_NUMBER, gross, "Ft");
        invoices.pay(INVOICE, "25400", method);

        deliver();

        assertPaidForms(forms);
    }

    /** Case 10. */
    @Test
    void givenInventedNotice_whenRepeated_thenOneQueryInTenMinutes() {
        for (int i = 0; i < 20; i++) {
            post("szlahu_szamlaszam=X-1&szlahu_kifizetettbrutto=25400&szlahu_bruttovegosszeg=25400");
        }

        assertThat(invoices.journal().all()).hasSize(1);
        assertThat(ledger.pending()).isEmpty();
        assertThat(vendor.journal().all()).isEmpty();
        time.advance(Duration.ofMinutes(11));
        post("szlahu_szamlaszam=X-1");
        assertThat(invoices.journal().all()).hasSize(2);
    }

    @Test
    void givenForgedAmounts_whenPosted_thenOnlyTheReadCounts() {
        invoices.issue("SZ", INVOICE, ORDER_NUMBER, "25400");

        post("szlahu_szamlaszam=" + INVOICE + "&szlahu_kifizetettbrutto=25400&szlahu_bruttovegosszeg=1"
                + "&szlahu_rendelesszam=W-1");

        assertThat(balance().state()).isEqualTo(State.OPEN);
        assertThat(ledger.find("W-1")).isEmpty();
        assertPaidForms(0);
    }

    /** Case 11. */
    @Test
    void givenOtherCompany_whenNotified_thenNoAction() {
        invoices.issue("SZ", INVOICE, ORDER_NUMBER, "25400");
        invoices.issuedBy(INVOICE, "88002");
        invoices.pay(INVOICE, "25400", "átutalás");

        deliver();

        assertThat(ledger.find(ORDER_NUMBER)).isEmpty();
        assertThat(vendor.journal().all()).isEmpty();
    }

    /** Case 12. */
    @Test
    void givenLostNotice_whenChecked_thenIsFound() {
        invoices.issue("SZ", INVOICE, ORDER_NUMBER, "25400");
        invoices.pay(INVOICE, "25400", "átutalás");
        invoices.loseNotices();

        OrderBalance found = source.check(ORDER_NUMBER).orElseThrow();

        assertThat(found.isMarked()).isTrue();
        assertPaidForms(1);
    }

    @Test
    void givenDepositPaidAfterFinal_whenChecked_thenIsFound() {
        invoices.issue("ES", "KMP-2026-117", ORDER_NUMBER, "10000");
        assertThat(source.check(ORDER_NUMBER)).isPresent();
        invoices.issue("VS", INVOICE, ORDER_NUMBER, "15400");
        invoices.pay(INVOICE, "15400", "átutalás");
        deliver();
        invoices.pay("KMP-2026-117", "10000", "átutalás");
        invoices.loseNotices();
        time.advance(Duration.ofDays(1));

        OrderBalance found = source.check(ORDER_NUMBER).orElseThrow();

        assertThat(found.paid()).isEqualByComparingTo("25400");
        assertPaidForms(1);
    }

    @Test
    void givenReversalLost_whenNewInvoiceIsChecked_thenBothAreKnown() {
        payInFull();
        invoices.reverse(INVOICE, "KMP-2026-119");
        invoices.issue("SZ", "KMP-2026-120", ORDER_NUMBER, "30000");
        invoices.loseNotices();
        time.advance(Duration.ofDays(1));

        OrderBalance found = source.check(ORDER_NUMBER).orElseThrow();

        assertThat(found.due()).isEqualByComparingTo("30000");
        assertThat(found.paid()).isZero();
    }

    @Test
    void givenOutage_whenNotified_thenInboxTriesAgain() {
        invoices.issue("SZ", INVOICE, ORDER_NUMBER, "25400");
        invoices.pay(INVOICE, "25400", "átutalás");
        invoices.faults()
                .answer(Answer.text(200, "").with("szlahu_down", "true"))
                .times(10);
        deliver();
        assertThat(inbox.pending()).hasSize(1);
        invoices.faults().off();
        time.advance(Duration.ofMinutes(2));

        inbox.run();

        assertPaidForms(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>maintenance</body></html>",
                "",
                "null",
                "{\"szamla\":{}}",
                "<szamla/>",
                "<!DOCTYPE szamla [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><szamla>&x;</szamla>",
                "<!DOCTYPE szamla [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><szamla>&b;</szamla>",
                "<szamla><szallito><id>99001</id></szallito><alap><szamlaszam>A</szamlaszam></alap></szamla>",
                "<szamla><szallito><id>99001</id></szallito><alap><szamlaszam>A</szamlaszam></alap>"
                        + "<osszegek><totalossz><brutto>25 400 Ft</brutto></totalossz></osszegek></szamla>",
                "<szamla><szallito><id>99001</id></szallito><alap><szamlaszam>B</szamlaszam></alap>"
                        + "<osszegek><totalossz><brutto>25400.0</brutto></totalossz></osszegek></szamla>",
                "<szamla><alap></alap><alap></alap></szamla>"
            })
    void givenHostileAnswer_whenRead_thenFailureIsTyped(String body) {
        invoices.faults()
                .answer(Answer.bytes(200, "text/html", body.getBytes(StandardCharsets.UTF_8)))
                .times(5);

        assertThatThrownBy(() -> szamlazz.find("A")).isInstanceOf(DecodingException.class);
    }

    @Test
    void givenWrongKey_whenRead_thenFailureHidesIt() {
        try (Szamlazz other = Szamlazz.builder()
                .baseUri(invoices.uri().toString())
                .agentKey(Secret.of("wrong-key-1"))
                .http(http -> http.time(time).runtime(runtime))
                .build()) {
            assertThatThrownBy(() -> other.find(INVOICE))
                    .isInstanceOf(ApiException.class)
                    .hasMessageNotContaining("wrong-key-1");
        }
    }

    @Test
    void givenNumberWithMarkup_whenRead_thenIsOneNumber() {
        String number = "A</szamlaszam><pdf>true&B";
        invoices.issue("SZ", number, ORDER_NUMBER, "25400");

        assertThat(szamlazz.find(number)).isPresent();
    }

    private void payInFull() {
        invoices.issue("SZ", INVOICE, ORDER_NUMBER, "25400");
        invoices.pay(INVOICE, "25400", "átutalás");
        deliver();
    }

    private void deliver() {
        time.advance(Duration.ofSeconds(1));
        invoices.deliver(hookUri());
        inbox.run();
    }

    private void post(String body) {
        assertThat(invoices.post(hookUri(), body).accepted()).isTrue();
        time.advance(Duration.ofSeconds(1));
        inbox.run();
    }

    private URI hookUri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/ipn/9f0c");
    }

    private OrderBalance balance() {
        return ledger.find(ORDER_NUMBER).orElseThrow();
    }

    private void assertPaidForms(int times) {
        assertThat(vendor.timesFired(PAID.value())).isEqualTo(times);
    }

    private List<OrderBalance> listen() {
        List<OrderBalance> told = new ArrayList<>();
        ledger.listen(new LedgerListener() {
            @Override
            public void reversed(OrderBalance order) {
                told.add(order);
            }
        });
        return told;
    }
}
