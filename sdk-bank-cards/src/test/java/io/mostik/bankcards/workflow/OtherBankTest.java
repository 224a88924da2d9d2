package io.mostik.bankcards.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.LimitPeriod;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.workflow.Allowance.State;
import io.mostik.bankcards.workflow.CardRefusedException.Reason;
import io.mostik.core.Async;
import io.mostik.core.BatchExecutor;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The workflows on a bank that offers other things than T-Bank: at once, with signatures, with daily limits only. */
class OtherBankTest {

    private static final Ucid CARD = Ucid.of(7001);
    private static final Ucid SECOND = Ucid.of(7002);
    private static final BigDecimal SUM = new BigDecimal("379.50");
    private static final Grant GRANT = new Grant(CARD, "order-1", SUM);
    private static final Approvals.Demand DEMAND = new Approvals.Demand("manager", "why", Duration.ofDays(2));

    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);
    private OtherBankServer server = new OtherBankServer(false);
    private OtherBank bank = new OtherBank(server, time, false);
    private CardWorkflows cards = CardWorkflows.of(bank, store, time);

    @AfterEach
    void close() {
        bank.close();
        server.close();
    }

    private void open(boolean signs, LimitPeriod... periods) {
        close();
        server = new OtherBankServer(signs, CARD.value(), SECOND.value());
        bank = new OtherBank(server, time, signs, periods);
        cards = CardWorkflows.of(bank, store, time);
    }

    private void openAtOnce() {
        open(false, LimitPeriod.DAY, LimitPeriod.IRREGULAR);
    }

    private void openSigning() {
        open(true, LimitPeriod.DAY, LimitPeriod.IRREGULAR);
    }

    @Test
    void givenOrders_whenGrantedAmendedAndClosed_thenNothingIsLeft() {
        openAtOnce();

        cards.allowances().grant(GRANT);
        cards.allowances().grant(new Grant(CARD, "order-2", new BigDecimal("100")));
        cards.allowances().amend("order-2", new BigDecimal("120"));
        BigDecimal both = server.left(CARD.value());
        boolean first = cards.allowances().close(CARD, "order-1");
        boolean second = cards.allowances().close(CARD, "order-2");

        assertThat(both).isEqualByComparingTo("499.50");
        assertThat(first && second).isTrue();
        assertThat(server.left(CARD.value())).isZero();
        assertThat(cards.once().pending()).isEmpty();
    }

    @Test
    void givenManyGrants_whenNoBatch_thenEachIsSentAlone() throws Exception {
        openAtOnce();
        List<Grant> grants = List.of(
                new Grant(CARD, "order-1", new BigDecimal("400")), new Grant(SECOND, "order-2", new BigDecimal("500")));

        try (Async async = Async.create()) {
            assertThat(cards.allowances()
                            .grantAll(grants, BatchExecutor.on(async).atOnce(1)))
                    .allMatch(BatchExecutor.Result::succeeded);
        }

        assertThat(server.granted(CARD.value())).isEqualByComparingTo("400");
        assertThat(server.granted(SECOND.value())).isEqualByComparingTo("500");
    }

    @Test
    void givenApprovedLimit_whenExecuted_thenIsSet() {
        openAtOnce();

        ChangeRequest done = approved(NewLimit.daily(new BigDecimal("900")));

        assertThat(done.state()).isEqualTo(ChangeRequest.State.EXECUTED);
        assertThat(server.left(CARD.value())).isEqualByComparingTo("900");
    }

    @Test
    void givenDismissal_whenTakenBack_thenTheCardIsUnblocked() {
        openAtOnce();
        cards.directory().update(CARD, known -> known.employee("E-17"));

        DismissalReport report = cards.dismissals().dismiss("E-17", "left");
        String blocked = server.status(CARD.value());
        RehireReport back = cards.dismissals().rehire("E-17", NewLimit.daily(SUM));

        assertThat(report.isComplete()).isTrue();
        assertThat(report.cards()).allMatch(DismissalReport.Line::stopped);
        assertThat(blocked).isEqualTo("BLOCKED");
        assertThat(back.cards()).allMatch(RehireReport.Line::usable);
        assertThat(server.status(CARD.value())).isEqualTo("NORM");
        assertThat(server.left(CARD.value())).isEqualByComparingTo(SUM);
    }

    @Test
    void givenPageOnly_whenPaying_thenThePageIsShown() {
        openAtOnce();
        cards.shopCards().assign(CARD, "shop.example");

        assertThat(cards.shopCards().page(ShopPayment.of("shop.example", "clerk")))
                .contains(URI.create("https://other-bank.example/cards/7001"));
        assertThat(refusal(() -> cards.shopCards().use("shop.example", "clerk", form -> {})))
                .isEqualTo(Reason.NOT_OFFERED);
    }

    static Stream<Arguments> missing() {
        return Stream.of(
                missing("reissue", cards -> cards.approvals().requestReissue(CARD, DEMAND)),
                missing(
                        "cash limit",
                        cards -> cards.approvals().requestCashLimit(CARD, NewLimit.daily(BigDecimal.TEN), DEMAND)),
                missing(
                        "monthly limit",
                        cards -> cards.approvals().requestLimit(CARD, NewLimit.monthly(BigDecimal.TEN), DEMAND)),
                missing("cashless", cards -> cards.allowances().cashless()),
                missing("statement", cards -> cards.allowances().handOver("order-1", SECOND)));
    }

    private static Arguments missing(String what, Consumer<CardWorkflows> step) {
        return arguments(what, step);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("missing")
    void givenMissingPart_whenAsked_thenIsRefused(String what, Consumer<CardWorkflows> step) {
        openAtOnce();
        cards.allowances().grant(GRANT);
        int before = requests();

        Reason reason = refusal(() -> step.accept(cards));

        assertThat(reason).isEqualTo(Reason.NOT_OFFERED);
        assertThat(requests()).isEqualTo(before);
        assertThat(cards.once().pending()).isEmpty();
    }

    @Test
    void givenDailyLimitsOnly_whenGranting_thenIsRefused() {
        open(false, LimitPeriod.DAY);

        Reason reason = refusal(() -> cards.allowances().grant(GRANT));

        assertThat(reason).isEqualTo(Reason.NOT_OFFERED);
        assertThat(requests()).isZero();
    }

    @Test
    void givenDailyLimitsOnly_whenDismissing_thenIsStoppedByTheDay() {
        open(false, LimitPeriod.DAY);
        cards.directory().update(CARD, known -> known.employee("E-17"));

        DismissalReport report = cards.dismissals().dismiss("E-17", "left");

        assertThat(report.isComplete()).isTrue();
        assertThat(server.left(CARD.value())).isZero();
    }

    @Test
    void givenSignature_whenGranting_thenWaitsForIt() {
        openSigning();

        State sent = cards.allowances().grant(GRANT).state();
        time.advance(Duration.ofHours(5));
        State unsigned = cards.allowances().grant(GRANT).state();
        server.signAll();
        State signed = cards.allowances().grant(GRANT).state();

        assertThat(List.of(sent, unsigned, signed)).containsExactly(State.GRANTING, State.GRANTING, State.GRANTED);
        assertThat(server.documents()).isEqualTo(1);
        assertThat(server.left(CARD.value())).isEqualByComparingTo(SUM);
    }

    @Test
    void givenRejection_whenGranting_thenSaysSoAndIsFree() {
        openSigning();
        cards.allowances().grant(GRANT);
        server.rejectAll();

        Reason rejected = refusal(() -> cards.allowances().grant(GRANT));
        State again = cards.allowances().grant(GRANT).state();

        assertThat(rejected).isEqualTo(Reason.NOT_APPROVED);
        assertThat(again).isEqualTo(State.GRANTING);
        assertThat(server.documents()).isEqualTo(2);
    }

    @Test
    void givenUnsignedGrant_whenClosing_thenWaitsForTheBank() {
        openSigning();
        cards.allowances().grant(GRANT);
        time.advance(Duration.ofDays(1));

        Reason early = refusal(() -> cards.allowances().close(CARD, "order-1"));
        server.signAll();
        Reason zeroUnsigned = refusal(() -> cards.allowances().close(CARD, "order-1"));
        server.signAll();

        assertThat(early).isEqualTo(Reason.BUSY);
        assertThat(zeroUnsigned).isEqualTo(Reason.BUSY);
        assertThat(cards.allowances().close(CARD, "order-1")).isTrue();
        assertThat(server.left(CARD.value())).isZero();
    }

    @Test
    void givenLostDocument_whenAskedAgain_thenIsSentOnce() {
        openSigning();
        server.faults().actThenDrop().on("POST", "/cards/{id}/limit");
        Throwable unused = catchThrowable(() -> cards.allowances().grant(GRANT));

        time.advance(Duration.ofHours(5));
        State waiting = cards.allowances().grant(GRANT).state();
        server.signAll();
        State signed = cards.allowances().grant(GRANT).state();

        assertThat(waiting).isEqualTo(State.UNKNOWN);
        assertThat(signed).isEqualTo(State.GRANTED);
        assertThat(server.granted(CARD.value())).isEqualByComparingTo(SUM);
        assertThat(server.documents()).isEqualTo(1);
    }

    @Test
    void givenSignature_whenOtherOrdersAreOnTheCard_thenIsRefused() {
        openSigning();
        cards.allowances().grant(GRANT);
        server.signAll();
        cards.allowances().grant(GRANT);

        Grant second = new Grant(CARD, "order-2", SUM);

        assertThat(refusal(() -> cards.allowances().grant(second))).isEqualTo(Reason.NOT_OFFERED);
        assertThat(refusal(() -> cards.allowances().amend("order-1", BigDecimal.TEN)))
                .isEqualTo(Reason.NOT_OFFERED);
        assertThat(server.documents()).isEqualTo(1);
    }

    @Test
    void givenSignature_whenChangeIsExecuted_thenFollowsTheBank() {
        openSigning();
        ChangeRequest sent = approved(NewLimit.daily(new BigDecimal("900")));

        cards.approvals().runDue();
        server.signAll();
        cards.approvals().runDue();

        assertThat(sent.state()).isEqualTo(ChangeRequest.State.EXECUTING);
        assertThat(sent.trail()).last().extracting(ChangeRequest.Step::what).isEqualTo("waits for the bank's approval");
        assertThat(cards.approvals().find(sent.id()).orElseThrow().state()).isEqualTo(ChangeRequest.State.EXECUTED);
        assertThat(server.left(CARD.value())).isEqualByComparingTo("900");
    }

    @Test
    void givenRejection_whenChangeIsExecuted_thenHasFailed() {
        openSigning();
        ChangeRequest sent = approved(NewLimit.daily(new BigDecimal("900")));

        server.rejectAll();
        cards.approvals().runDue();
        cards.approvals().runDue();

        ChangeRequest failed = cards.approvals().find(sent.id()).orElseThrow();
        assertThat(failed.state()).isEqualTo(ChangeRequest.State.FAILED);
        assertThat(failed.trail()).last().extracting(ChangeRequest.Step::what).isEqualTo("the bank did not approve it");
        assertThat(server.documents()).isEqualTo(1);
    }

    @Test
    void givenSignature_whenDismissing_thenTheBlockIsWhatCounts() {
        openSigning();
        cards.directory().update(CARD, known -> known.employee("E-17"));

        DismissalReport report = cards.dismissals().dismiss("E-17", "left");

        assertThat(report.isComplete()).isTrue();
        assertThat(report.cards()).noneMatch(DismissalReport.Line::stopped);
        assertThat(refusal(() -> cards.dismissals().rehire("E-17", NewLimit.daily(SUM))))
                .isEqualTo(Reason.NOT_OFFERED);
    }

    private ChangeRequest approved(NewLimit limit) {
        String id = cards.approvals().requestLimit(CARD, limit, DEMAND).id();
        cards.approvals().approve(id, "cfo");
        return cards.approvals().execute(id);
    }

    private int requests() {
        return server.journal().all().size();
    }

    private static Reason refusal(Runnable step) {
        return catchThrowableOfType(CardRefusedException.class, step::run).reason();
    }
}
