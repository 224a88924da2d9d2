package io.mostik.bankcards.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.workflow.ChangeRequest.State;
import io.mostik.core.SdkException;
import io.mostik.core.StateStore;
import io.mostik.core.http.ApiResponse;
import io.mostik.core.http.CallOptions;
import io.mostik.core.http.Transport;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.tbank.CardStatus;
import io.mostik.testing.tbank.TBankSimulator;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reissue whose answer was lost is sent again only if the bank shows that there was none, and somebody wants it still. */
class LostReissueTest {

    private static final long CARD = TBankSimulator.VIRTUAL_CARD;
    private static final Ucid UCID = Ucid.of(CARD);
    private static final Approvals.Demand DEMAND = new Approvals.Demand("manager", "seen", Duration.ofDays(1));

    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);
    private TBankSimulator simulator;
    private TBank bank;
    private String id;

    @BeforeEach
    void loseReissue() {
        simulator = TBankSimulator.startFrozen();
        bank = SimulatedBank.client(simulator, time);
        id = cards(bank).approvals().requestReissue(UCID, DEMAND).id();
        cards(bank).approvals().approve(id, "cfo");
        simulator.faults().dropBeforeActing().on("POST", "/api/v1/card/virtual/reissue");
        cards(bank).approvals().execute(id);
    }

    @AfterEach
    void close() {
        bank.close();
        simulator.close();
    }

    @Test
    void givenCardInUse_whenExecutedAgain_thenIsSentAgain() {
        State state = executeAgain(bank);

        assertThat(state).isEqualTo(State.EXECUTING);
        assertThat(simulator.timesReissued(CARD)).isEqualTo(1);
    }

    @Test
    void givenBlockedCard_whenExecutedAgain_thenIsSentAgain() {
        simulator.status(CARD, CardStatus.BLOCKED);

        State state = executeAgain(bank);

        assertThat(state).isEqualTo(State.EXECUTING);
        assertThat(simulator.timesReissued(CARD)).isEqualTo(1);
    }

    @Test
    void givenNoStatus_whenExecutedAgain_thenStaysUnknown() {
        TBank silent = telling("\"status\":null");

        State state = executeAgain(silent);

        assertThat(state).isEqualTo(State.UNKNOWN);
        assertThat(simulator.timesReissued(CARD)).isZero();
    }

    @Test
    void givenNewStatus_whenExecutedAgain_thenStaysUnknown() {
        TBank newer = telling("\"status\":\"REISSUED\"");

        State state = executeAgain(newer);

        assertThat(state).isEqualTo(State.UNKNOWN);
        assertThat(simulator.timesReissued(CARD)).isZero();
    }

    @Test
    void givenDismissedHolder_whenExecutedAgain_thenStaysUnknown() {
        cards(bank).directory().update(UCID, card -> card.employee("e-1"));
        cards(bank).dismissals().dismiss("e-1", "");

        State state = executeAgain(bank);

        assertThat(state).isEqualTo(State.UNKNOWN);
        assertThat(simulator.timesReissued(CARD)).isZero();
        assertThat(cards(bank).once().pending()).isNotEmpty();
    }

    /** Long after the request could have arrived, as each node counts the time itself. */
    private State executeAgain(TBank client) {
        ChangeRequest first = cards(client).approvals().execute(id);
        assertThat(first.state()).isEqualTo(State.UNKNOWN);
        time.advance(Duration.ofHours(2));
        return cards(client).approvals().execute(id).state();
    }

    private CardWorkflows cards(TBank client) {
        return CardWorkflows.of(client, store, time);
    }

    /** Returns a client of a bank that says something else of the status of a card. */
    private TBank telling(String status) {
        UnaryOperator<Transport> rewriting = next -> request -> {
            ApiResponse response = next.send(request);
            if (!request.operation().equals("cards.get")) {
                return response;
            }
            String body = response.body().text().replaceAll("\"status\":\\s*\"\\w+\"", status);
            return response.with(response.status(), body.getBytes(UTF_8));
        };
        return SimulatedBank.client(simulator, time, rewriting);
    }

    @Test
    void givenClientThatSkipsRows_whenExecutedAgain_thenNoneIsSkipped() {
        simulator.reissueTime(Duration.ZERO);
        TBank skipping =
                odd().with(CallOptions.builder().skippingUnreadable(rows -> {}).build());

        Throwable failure = catchThrowable(() -> executeAgain(skipping));

        assertThat(failure).isInstanceOf(SdkException.class);
        assertThat(simulator.timesReissued(CARD)).isZero();
    }

    /** Returns a client of a bank whose list has one card that cannot be read. */
    private TBank odd() {
        UnaryOperator<Transport> rewriting = next -> request -> {
            ApiResponse response = next.send(request);
            if (!request.operation().equals("cards.listDetailed")) {
                return response;
            }
            String body = response.body().text().replaceFirst("\\[\\s*\\{", "[{\"ucid\":\"none\"},{");
            return response.with(response.status(), body.getBytes(UTF_8));
        };
        return SimulatedBank.client(simulator, time, rewriting);
    }
}
