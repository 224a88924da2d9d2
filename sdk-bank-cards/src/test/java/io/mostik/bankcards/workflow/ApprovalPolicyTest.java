package io.mostik.bankcards.workflow;

import static io.mostik.bankcards.workflow.CardRefusedException.Reason.NOT_ENTITLED;
import static io.mostik.bankcards.workflow.CardRefusedException.Reason.NOT_REQUESTER;
import static io.mostik.bankcards.workflow.CardRefusedException.Reason.OWN_CHANGE;
import static io.mostik.bankcards.workflow.CardRefusedException.Reason.SAME_APPROVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.LimitPeriod;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.workflow.CardRefusedException.Reason;
import io.mostik.bankcards.workflow.ChangeRequest.State;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.tbank.TBankSimulator;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may decide about what. */
class ApprovalPolicyTest {

    private static final Ucid CARD = Ucid.of(TBankSimulator.VIRTUAL_CARD);
    private static final ApprovalPolicy POLICY = ApprovalPolicy.builder()
            .approver("head", new BigDecimal("50000"))
            .approver("cfo")
            .approver("director")
            .twoAbove(new BigDecimal("100000"))
            .twoForReissue()
            .build();

    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);
    private TBankSimulator simulator;
    private TBank bank;
    private Approvals approvals;

    @BeforeEach
    void start() {
        simulator = TBankSimulator.startFrozen();
        bank = SimulatedBank.client(simulator, time);
        approvals = CardWorkflows.of(bank, store, time).approvals().with(POLICY);
    }

    @AfterEach
    void close() {
        bank.close();
        simulator.close();
    }

    @Test
    void givenCourier_whenApprovingMuch_thenIsNotEntitled() {
        String id = limit(NewLimit.once(new BigDecimal("999999999999")));

        assertThat(reason(() -> approvals.approve(id, "courier-5"))).isEqualTo(NOT_ENTITLED);
        assertThat(reason(() -> approvals.reject(id, "courier-5", "no"))).isEqualTo(NOT_ENTITLED);
        assertThat(reason(() -> approvals.cancel(id, "courier-5", "no"))).isEqualTo(NOT_ENTITLED);
    }

    @Test
    void givenCeiling_whenApproving_thenSumDecides() {
        assertThat(approvals
                        .approve(limit(NewLimit.once(new BigDecimal("50000"))), "Head")
                        .state())
                .isEqualTo(State.APPROVED);
        String more = limit(NewLimit.once(new BigDecimal("50000.01")));

        assertThat(reason(() -> approvals.approve(more, "head"))).isEqualTo(NOT_ENTITLED);
        assertThat(approvals.pending("head")).isEmpty();
        assertThat(approvals.pending("cfo")).hasSize(1);
    }

    @Test
    void givenDailyLimit_whenApproving_thenAMonthCounts() {
        String id = limit(NewLimit.daily(new BigDecimal("2000")));

        assertThat(reason(() -> approvals.approve(id, "head"))).isEqualTo(NOT_ENTITLED);
    }

    @Test
    void givenUnknownPeriod_whenApproving_thenNoCeilingReachesIt() {
        String id = limit(new NewLimit(BigDecimal.ONE, new LimitPeriod("WEEK")));

        assertThat(reason(() -> approvals.approve(id, "head"))).isEqualTo(NOT_ENTITLED);
        assertThat(approvals.approve(id, "cfo").state()).isEqualTo(State.REQUESTED);
    }

    @Test
    void givenLargeSum_whenApproved_thenTwoPeopleHaveTo() {
        String id = limit(NewLimit.once(new BigDecimal("100000.01")));

        assertThat(approvals.approve(id, "cfo").state()).isEqualTo(State.REQUESTED);
        assertThat(reason(() -> approvals.approve(id, "\u0421FO"))).isEqualTo(NOT_ENTITLED);
        assertThat(reason(() -> approvals.approve(id, " CFO"))).isEqualTo(SAME_APPROVER);
        assertThat(reason(() -> approvals.execute(id))).isEqualTo(Reason.NOT_APPROVED);
        assertThat(approvals.pending("cfo")).isEmpty();
        assertThat(approvals.pending("director")).hasSize(1);
        assertThat(approvals.approve(id, "director").approvedBy()).containsExactly("cfo", "director");
        assertThat(approvals.execute(id).state()).isEqualTo(State.EXECUTED);
    }

    @Test
    void givenReissue_whenApproved_thenTwoPeopleHaveTo() {
        String id = approvals.requestReissue(CARD, demand("manager")).id();

        assertThat(approvals.approve(id, "head").state()).isEqualTo(State.REQUESTED);
        assertThat(approvals.approve(id, "cfo").state()).isEqualTo(State.APPROVED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cfo", "CFO", " cfo\u00a0", "\u0441fo", "cf\u043e", "cf0", "c\u200bfo", "\uff43\uff46\uff4f"})
    void givenOwnChange_whenApproved_thenIsRefusedInAnySpelling(String spelling) {
        Approvals anybody = CardWorkflows.of(bank, store, time).approvals();
        String id = anybody.requestLimit(CARD, NewLimit.once(BigDecimal.ONE), demand("cfo"))
                .id();

        assertThat(reason(() -> anybody.approve(id, spelling))).isEqualTo(OWN_CHANGE);
        assertThat(anybody.pending(spelling)).isEmpty();
        assertThat(simulator.journal().count("POST", "/api/v1/card/{ucid}/spend-limit"))
                .isZero();
    }

    @Test
    void givenOtherPerson_whenWithdrawing_thenIsRefused() {
        String id = limit(NewLimit.once(BigDecimal.TEN));

        assertThat(reason(() -> approvals.withdraw(id, "m\u0430nager", "no"))).isEqualTo(NOT_REQUESTER);
        assertThat(approvals.withdraw(id, "MANAGER ", "a mistake").state()).isEqualTo(State.WITHDRAWN);
        assertThat(reason(() -> approvals.execute(id))).isEqualTo(Reason.NOT_APPROVED);
    }

    @Test
    void givenWrongPolicy_whenBuilt_thenIsRefused() {
        ApprovalPolicy.Builder builder = ApprovalPolicy.builder().approver("cfo");

        assertThatIllegalArgumentException().isThrownBy(() -> builder.approver("CFO "));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.approver("x", new BigDecimal("-1")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.twoForReissue().build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApprovalPolicy.builder().build());
    }

    private String limit(NewLimit limit) {
        return approvals.requestLimit(CARD, limit, demand("manager")).id();
    }

    private static Approvals.Demand demand(String who) {
        return new Approvals.Demand(who, "order 17", Duration.ofHours(8));
    }

    static Reason reason(Runnable step) {
        return catchThrowableOfType(CardRefusedException.class, step::run).reason();
    }
}
