package io.mostik.bankcards.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.workflow.ChangeRequest.State;
import io.mostik.core.SdkException;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.tbank.LimitKind;
import io.mostik.testing.tbank.LimitPeriod;
import io.mostik.testing.tbank.TBankSimulator;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever breaks, an approved change is executed at most once: by the books of the bank. */
class ApprovalFaultsTest {

    private static final long CARD = TBankSimulator.VIRTUAL_CARD;
    private static final Ucid UCID = Ucid.of(CARD);
    private static final String SHOP = "shop.example";
    private static final Approvals.Demand DEMAND = new Approvals.Demand("manager", "order 17", Duration.ofHours(8));
    private static final NewLimit WANTED = NewLimit.once(new BigDecimal("900"));
    private static final String READ = "GET /api/v1/card/{ucid}/limits";
    private static final String SET = "POST /api/v1/card/{ucid}/spend-limit";
    private static final String REISSUE = "POST /api/v1/card/virtual/reissue";

    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);
    private final CardDirectory directory = new CardDirectory(store);
    private TBankSimulator simulator;
    private TBank bank;

    @BeforeEach
    void start() {
        simulator = TBankSimulator.startFrozen();
        simulator.limit(CARD, LimitKind.SPEND, new BigDecimal("500"), LimitPeriod.IRREGULAR);
        directory.update(UCID, card -> card.shop(SHOP));
        bank = SimulatedBank.client(simulator, time);
    }

    @AfterEach
    void close() {
        bank.close();
        simulator.close();
    }

    static Stream<FaultRun> ofLimit() {
        return FaultRun.on(READ, SET);
    }

    static Stream<FaultRun> ofReissue() {
        return FaultRun.on(
                READ,
                SET,
                REISSUE,
                "GET /openapi/api/v1/card/{ucid}",
                "GET /api/v3/company/card",
                "GET /api/v1/card/virtual/reissue/result");
    }

    @ParameterizedTest
    @MethodSource("ofLimit")
    void givenFault_whenExecutedUntilDone_thenTheLimitWasFilledUpOnce(FaultRun run) {
        String id = approve(node(bank).requestLimit(UCID, WANTED, DEMAND));
        BigDecimal before = simulator.grantedTotal(CARD);
        run.arm(simulator.faults());

        for (int i = 0; i < 3; i++) {
            attempt(id, SimulatedBank.impatient(bank));
            simulator.faults().deliverLate();
            simulator.spend(CARD, BigDecimal.TEN);
            time.advance(Duration.ofMinutes(3));
        }
        simulator.faults().off();
        while (!isOver(id)) {
            node(bank).execute(id);
        }

        BigDecimal filledUp = simulator.grantedTotal(CARD).subtract(before);
        assertThat(find(id).state()).isEqualTo(State.EXECUTED);
        assertThat(simulator.card(CARD).spendLimit().value()).isEqualByComparingTo("900");
        assertThat(filledUp).isBetween(new BigDecimal("400"), new BigDecimal("430"));
    }

    @ParameterizedTest
    @MethodSource("ofLimit")
    void givenFault_whenRunUntilDone_thenTheIncreaseCameOnce(FaultRun run) {
        String id = approve(node(bank).requestIncrease(UCID, new BigDecimal("400"), DEMAND));
        BigDecimal before = simulator.grantedTotal(CARD);
        run.arm(simulator.faults());

        for (int i = 0; i < 3; i++) {
            node(SimulatedBank.impatient(bank)).runDue();
            simulator.faults().deliverLate();
            simulator.spend(CARD, BigDecimal.TEN);
            time.advance(Duration.ofMinutes(3));
        }
        simulator.faults().off();
        for (int i = 0; i < 3; i++) {
            node(bank).runDue();
        }

        BigDecimal filledUp = simulator.grantedTotal(CARD).subtract(before);
        assertThat(find(id).state()).isEqualTo(State.EXECUTED);
        assertThat(filledUp).isBetween(new BigDecimal("400"), new BigDecimal("430"));
        assertThat(find(id).isTrailWhole()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("ofReissue")
    void givenFault_whenExecutedUntilDone_thenOneNewCardIsMade(FaultRun run) {
        String id = approve(node(bank).requestReissue(UCID, DEMAND));
        run.arm(simulator.faults());

        for (int i = 0; i < 4; i++) {
            attempt(id, SimulatedBank.impatient(bank));
            simulator.faults().deliverLate();
            simulator.clock().advance(Duration.ofMinutes(1));
            time.advance(Duration.ofMinutes(3));
        }
        simulator.faults().off();
        for (int i = 0; i < 6 && !isOver(id); i++) {
            node(bank).execute(id);
            simulator.clock().advance(Duration.ofMinutes(3));
            time.advance(Duration.ofMinutes(40));
        }

        Ucid inPlace = directory.ofShop(SHOP).get(0).ucid();
        assertThat(simulator.timesReissued(CARD)).isEqualTo(1);
        assertThat(find(id).state()).isEqualTo(State.EXECUTED);
        assertThat(find(id).successor()).contains(inPlace);
        assertThat(simulator.card(inPlace.value()).spendLimit().remain()).isEqualByComparingTo("500");
        assertThat(directory.ofShop(SHOP)).hasSize(1);
    }

    private String approve(ChangeRequest change) {
        return node(bank).approve(change.id(), "cfo").id();
    }

    private Approvals node(TBank client) {
        return CardWorkflows.of(client, store, time).approvals();
    }

    private ChangeRequest find(String id) {
        return node(bank).find(id).orElseThrow();
    }

    private boolean isOver(String id) {
        return List.of(State.EXECUTED, State.FAILED, State.EXPIRED).contains(find(id).state());
    }

    private void attempt(String id, TBank client) {
        try {
            node(client).execute(id);
        } catch (SdkException | IllegalStateException e) {
            assertThat(e).hasMessageNotContaining("demo-token");
        }
    }
}
