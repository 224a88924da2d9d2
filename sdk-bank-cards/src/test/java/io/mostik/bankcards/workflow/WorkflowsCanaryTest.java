package io.mostik.bankcards.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.CardQuery;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.tbank.operations.StatementQuery;
import io.mostik.core.Async;
import io.mostik.core.BatchExecutor;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.Answer;
import io.mostik.testing.tbank.TBankSimulator;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All stories, well and spoilt, with everything logged, printed and remembered: no number, code or token is in it. */
class WorkflowsCanaryTest {

    private static final Ucid CARD = Ucid.of(TBankSimulator.VIRTUAL_CARD);
    private static final Ucid LEAVER = Ucid.of(TBankSimulator.PLASTIC_CARD);
    private static final String CVC = "7351";
    private static final String TOKEN = "t.canary-5Xw_token";
    private static final String HEX = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final Logger ROOT = Logger.getLogger("");

    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);
    private final CardDirectory directory = new CardDirectory(store);
    private final TBankSimulator simulator = TBankSimulator.startFrozen();
    private final List<String> seen = new ArrayList<>();
    private final Handler everything = new Collecting();
    private final Optional<Level> before = Optional.ofNullable(ROOT.getLevel());
    private TBank bank;

    @BeforeEach
    void start() {
        simulator.token(TOKEN);
        simulator.cvc(CARD.value(), CVC);
        bank = SimulatedBank.client(simulator, time);
        ROOT.setLevel(Level.ALL);
        ROOT.addHandler(everything);
    }

    @AfterEach
    void close() {
        ROOT.removeHandler(everything);
        before.ifPresent(ROOT::setLevel);
        bank.close();
        simulator.close();
    }

    @Test
    void givenCanaries_whenEveryStoryRuns_thenNoneIsShownOrKept() throws InterruptedException {
        List<String> numbers = List.of(payAtShop(), payAtShop());
        for (int round = 0; round < 2; round++) {
            note(() -> CardWorkflows.of(bank, store, time).shopCards().uses("shop.example"));
            courier(round);
            approval(round);
            spoil(round, numbers.get(0));
        }
        note(() -> CardWorkflows.of(bank, store, time).dismissals().dismiss("e-1", "left"));
        note(() -> bank.cards().list(CardQuery.all()).toList());
        store.stream("").forEach(entry -> seen.add(entry.key() + "=" + entry.value()));

        List<String> canaries =
                Stream.concat(Stream.of(TOKEN), numbers.stream()).toList();
        assertThat(numbers).allMatch(number -> number.length() == 16);
        assertThat(seen).hasSizeGreaterThan(30);
        assertThat(seen)
                .filteredOn(text -> canaries.stream().anyMatch(text::contains))
                .isEmpty();
        assertThat(seen)
                .filteredOn(text -> text.replaceAll(HEX, "").matches("(?s).*\\b" + CVC + "\\b.*"))
                .isEmpty();
    }

    private String payAtShop() {
        ShopCards shops = CardWorkflows.of(bank, store, time).shopCards();
        shops.assign(CARD, "shop.example");
        StringBuilder typed = new StringBuilder();
        shops.use("shop.example", "buyer", requisites -> {
            requisites.number().reveal(typed::append);
            note(() -> List.of(requisites, requisites.number(), requisites.cvc()));
        });
        return typed.toString();
    }

    private void courier(int round) throws InterruptedException {
        Allowances allowance = CardWorkflows.of(bank, store, time).allowances();
        Grant grant = new Grant(LEAVER, "order-" + round, new BigDecimal("379.50"));
        note(() -> allowance.grant(grant));
        simulator.spend(LEAVER.value(), BigDecimal.TEN);
        StatementQuery query = StatementQuery.builder()
                .accountNumber(TBankSimulator.ACCOUNT)
                .since(Instant.EPOCH)
                .build();
        note(() -> bank.operations().statement(query).stream()
                .map(allowance::watch)
                .toList());
        note(() -> allowance.close(LEAVER, "order-" + round));
        try (Async async = Async.create()) {
            note(allowance.grantAll(List.of(grant), BatchExecutor.on(async)));
        }
    }

    private void approval(int round) {
        directory.update(CARD, card -> card.shop("shop.example"));
        directory.update(LEAVER, card -> card.employee("e-1"));
        Approvals approvals = CardWorkflows.of(bank, store, time).approvals();
        Approvals.Demand demand = new Approvals.Demand("manager", "why", Duration.ofHours(1));
        note(() -> {
            ChangeRequest change = round == 0
                    ? approvals.requestLimit(CARD, NewLimit.once(new BigDecimal("900")), demand)
                    : approvals.requestReissue(CARD, demand);
            approvals.approve(change.id(), "cfo");
            return approvals.execute(change.id());
        });
        note(approvals::all);
    }

    /** From here on every kind of call fails, and the bank repeats in its error what it was sent and what it knows. */
    private void spoil(int round, String number) {
        String echo = "{\"errorId\":\"e\",\"errorCode\":\"X\",\"errorMessage\":\"" + TOKEN + " " + number + "\"}";
        int status = round == 0 ? 422 : 401;
        Answer answer = Answer.bytes(status, "application/json", echo.getBytes(StandardCharsets.UTF_8));
        simulator.faults().answer(answer).times(6);
        note(() -> CardWorkflows.of(bank, store, time).dismissals().dismiss("e-1", "left"));
        simulator.faults().off();
        simulator.faults().cutBody().times(3).on("GET", "/api/v1/card/virtual/{ucid}/requisites");
        note(() -> bank.virtualCards().requisites(CARD));
        simulator.faults().off();
    }

    /** What a step does or says. */
    private interface Step {
        Object take();
    }

    private void note(Step step) {
        try {
            note(step.take());
        } catch (RuntimeException e) {
            for (Optional<Throwable> at = Optional.of(e); at.isPresent(); at = at.map(Throwable::getCause)) {
                note(at.get());
            }
        }
    }

    private void note(Object thing) {
        seen.add(String.valueOf(thing));
    }

    /** Keeps what is logged by the SDK. */
    private final class Collecting extends Handler {

        @Override
        public void publish(LogRecord line) {
            if (String.valueOf(line.getLoggerName()).startsWith("io.mostik.")) {
                seen.add(line.getMessage() + " "
                        + List.of(Optional.ofNullable(line.getParameters()).orElse(new Object[0])));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
