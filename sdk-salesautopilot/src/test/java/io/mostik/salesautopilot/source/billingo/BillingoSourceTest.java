package io.mostik.salesautopilot.source.billingo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.DecodingException;
import io.mostik.core.Secret;
import io.mostik.salesautopilot.SimulatorTest;
import io.mostik.salesautopilot.workflow.OrderBalance;
import io.mostik.salesautopilot.workflow.OrderBalance.State;
import io.mostik.salesautopilot.workflow.PaymentLedger;
import io.mostik.testing.Answer;
import io.mostik.testing.SimulatorExtension;
import io.mostik.testing.billingo.BillingoSimulator;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An organisation at Billingo, polled into the ledger before the simulated SalesAutopilot. */
class BillingoSourceTest extends SimulatorTest {

    private static final String ORDER_NUMBER = "W-20931";

    @RegisterExtension
    final SimulatorExtension<BillingoSimulator> extension = SimulatorExtension.of(BillingoSimulator::start);

    private BillingoSimulator documents;
    private Billingo billingo;
    private PaymentLedger ledger;
    private BillingoSource source;

    @BeforeEach
    void embed() {
        documents = extension.simulator();
        time.set(documents.clock().now());
        billingo = Billingo.builder()
                .baseUri(documents.uri().toString())
                .apiKey(Secret.of(documents.apiKey()))
                .http(http -> http.time(time).runtime(runtime))
                .build();
        ledger = marketing().payments(ORDERS, PAID, "billingo");
        source = BillingoSource.of(billingo, "company", ledger, store)
                .since(time.now().minus(Duration.ofDays(1)));
        vendor.addRecord(
                SalesAutopilotSimulator.ORDERS,
                Map.of("email", "kata@example.hu", "mssys_shoprenter_id", ORDER_NUMBER));
    }

    @AfterEach
    void end() {
        billingo.close();
    }

    @Test
    void givenTwoParts_whenPolled_thenMarkedWithTheSecondOnce() {
        long id = issue("invoice", "25400");
        documents.pay(id, "10000", "wire_transfer");
        poll();
        State part = balance().state();
        documents.pay(id, "5400", "wire_transfer");
        poll();
        assertThat(balance().paid()).isEqualByComparingTo("15400");
        documents.pay(id, "10000", "wire_transfer");

        poll();
        poll();

        assertThat(part).isEqualTo(State.PARTLY);
        assertThat(balance().paid()).isEqualByComparingTo("25400");
        assertPaidForms(1);
    }

    @Test
    void givenNothingNew_whenPolled_thenNoPaymentsAreRead() {
        documents.pay(issue("invoice", "25400"), "25400", "wire_transfer");
        poll();
        int requests = documents.journal().all().size();

        int reported = poll();

        assertThat(reported).isZero();
        assertThat(documents.journal().all()).hasSize(requests + 1);
    }

    @Test
    void givenPaidInvoice_whenCancelled_thenNothingIsDue() {
        long id = issue("invoice", "25400");
        documents.pay(id, "25400", "wire_transfer");
        poll();
        documents.cancel(id);

        poll();

        assertThat(balance().state()).isEqualTo(State.REVERSED);
        assertThat(balance().due()).isZero();
        assertPaidForms(1);
    }

    @Test
    void givenDeposit_whenPaid_thenIsAPart() {
        documents.pay(issue("advance", "10000"), "10000", "wire_transfer");

        poll();

        assertThat(balance().state()).isEqualTo(State.PARTLY);
        assertPaidForms(0);
    }

    /** Case 9. */
    @Test
    void givenRoundedCash_whenPolled_thenIsSettled() {
        documents.pay(issue("invoice", "25402"), "25400", "cash");

        poll();

        assertPaidForms(1);
    }

    /** Case 19. */
    @Test
    void givenPageThatShifts_whenPolled_thenEachOnce() {
        long id = issue("invoice", "25400");
        documents.pay(id, "25400", "wire_transfer");
        for (int i = 0; i < 120; i++) {
            documents.issue("draft", "W-" + i, "100", OptionalLong.empty());
        }
        documents.afterNextPage(() -> documents.issue("draft", "W-new", "100", OptionalLong.empty()));

        int reported = poll();

        assertThat(reported).isEqualTo(1);
        assertPaidForms(1);
    }

    @Test
    void givenOddDocument_whenPolled_thenOthersAreReported() {
        long id = issue("invoice", "25400");
        documents.pay(id, "25400", "wire_transfer");
        long odd = documents.issue("invoice", "W-2", "100", OptionalLong.empty());
        documents.pay(odd, "100", "wire_transfer");
        documents
                .faults()
                .answer(Answer.json(200, Map.of("error", "odd")))
                .times(1)
                .on("GET", "/documents/{id}/payments");

        assertThatThrownBy(() -> source.poll()).isInstanceOf(DecodingException.class);
        assertThat(balance().state()).isEqualTo(State.COVERED);
        poll();

        assertThat(ledger.find("W-2").orElseThrow().state()).isEqualTo(State.COVERED);
    }

    @Test
    void givenMissedChange_whenOpenOnesAreRead_thenIsFound() {
        documents.pay(issue("invoice", "25400"), "10000", "wire_transfer");

        source.pollOpen();

        assertThat(balance().state()).isEqualTo(State.PARTLY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>maintenance</html>",
                "null",
                "[]",
                "{\"data\":null,\"last_page\":1}",
                "{\"data\":[null],\"last_page\":1}",
                "{\"data\":[]}",
                "{\"data\":[{\"id\":\"x\",\"type\":\"invoice\"}],\"last_page\":1}"
            })
    void givenHostileAnswer_whenRead_thenFailureIsTyped(String body) {
        documents
                .faults()
                .answer(Answer.bytes(200, "text/html", body.getBytes(StandardCharsets.UTF_8)))
                .times(5);

        assertThatThrownBy(() -> billingo.modified(Instant.EPOCH)).isInstanceOf(DecodingException.class);
    }

    private long issue(String type, String gross) {
        return documents.issue(type, ORDER_NUMBER, gross, OptionalLong.empty());
    }

    private int poll() {
        documents.clock().advance(Duration.ofMinutes(5));
        time.advance(Duration.ofMinutes(5));
        return source.poll();
    }

    private OrderBalance balance() {
        return ledger.find(ORDER_NUMBER).orElseThrow();
    }

    private void assertPaidForms(int times) {
        assertThat(vendor.timesFired(PAID.value())).isEqualTo(times);
    }
}
