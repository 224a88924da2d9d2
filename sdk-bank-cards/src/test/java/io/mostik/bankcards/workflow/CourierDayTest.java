package io.mostik.bankcards.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.operations.Direction;
import io.mostik.bankcards.tbank.operations.Operation;
import io.mostik.bankcards.tbank.operations.OperationCategory;
import io.mostik.bankcards.tbank.operations.StatementQuery;
import io.mostik.core.BatchExecutor;
import io.mostik.core.SdkException;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.FaultInjector;
import io.mostik.testing.SimulatedClock;
import io.mostik.testing.tbank.Decision;
import io.mostik.testing.tbank.TBankSimulator;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * A day of couriers, with random faults, reissues, hand-overs and refunds: after each step every card has exactly the money
 * that its open orders have left, and in the end nothing. The size is set by {@code -Dmostik.cards.couriers},
 * {@code -Dmostik.cards.orders} and {@code -Dmostik.cards.seed}.
 */
class CourierDayTest {

    private static final int MOST_TRIES = 12;
    private static final List<Consumer<FaultInjector>> FAULTS = List.of(
            faults -> faults.actThenDrop().on("POST", "/api/v1/card/{ucid}/spend-limit"),
            faults -> faults.dropBeforeActing().on("POST", "/api/v1/card/{ucid}/spend-limit"),
            faults -> faults.actThenAnswer(500).on("POST", "/api/v1/card/{ucid}/spend-limit"),
            faults -> faults.answer(429).times(4).on("POST", "/api/v1/card/{ucid}/spend-limit"),
            faults -> faults.answer(500).times(4).on("GET", "/api/v1/card/{ucid}/limits"),
            faults -> faults.cutBody().on("GET", "/api/v1/card/{ucid}/limits"));

    private final ManualTime time = new ManualTime();
    private final Instant start = time.now();
    private final StateStore store = StateStore.inMemory(time);
    private final TBankSimulator simulator = TBankSimulator.start(0, SimulatedClock.at(start));
    private final long seed = Long.getLong("mostik.cards.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<Courier> couriers = new ArrayList<>();
    private final List<String> story = new ArrayList<>();
    private final List<Operation> refunds = new ArrayList<>();
    private BigDecimal granted = BigDecimal.ZERO;
    private BigDecimal spent = BigDecimal.ZERO;

    /** One courier, by the test's own books. */
    private static final class Courier {
        Ucid card;
        BigDecimal left = BigDecimal.ZERO;
        final Map<String, BigDecimal> open = new LinkedHashMap<>();
        final List<String> paid = new ArrayList<>();

        Courier(Ucid card) {
            this.card = card;
        }

        BigDecimal total() {
            return open.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    @Test
    void givenDayOfCouriers_whenPlayed_thenBooksClose() {
        System.out.println("courier day: -Dmostik.cards.seed=" + seed);
        simulator.nightIdsChange(true);
        try (simulator;
                TBank bank = SimulatedBank.client(simulator, time)) {
            CardWorkflows cards = CardWorkflows.of(bank, store, time);
            for (int i = 0; i < Integer.getInteger("mostik.cards.couriers", 6); i++) {
                Ucid card = Ucid.of(simulator.addVirtual(TBankSimulator.ACCOUNT, "COURIER " + letters(i)));
                String employee = "E-" + i;
                CardRecord unused = cards.directory().update(card, known -> known.employee(employee));
                couriers.add(new Courier(card));
            }
            for (int i = 0; i < Integer.getInteger("mostik.cards.orders", 40); i++) {
                grant(cards, "order-" + i);
                for (int more = random.nextInt(4); more > 0; more--) {
                    something(cards);
                }
            }
            settle("sweep", () -> cards.allowances().sweep().stream().allMatch(BatchExecutor.Result::succeeded));
            couriers.forEach(courier -> courier.left = BigDecimal.ZERO);
            check(cards);
            assertThat(cards.allowances().open()).as(told()).isEmpty();
            assertThat(cards.once().pending()).as(told()).isEmpty();
            assertThat(spent).as(told()).isLessThanOrEqualTo(granted);
            control(bank, cards);
        }
    }

    private void something(CardWorkflows cards) {
        switch (random.nextInt(8)) {
            case 0 -> amend(cards);
            case 1 -> handOver(cards);
            case 2 -> reissue(cards);
            case 3, 4 -> close(cards);
            default -> buy();
        }
    }

    private void grant(CardWorkflows cards, String order) {
        Courier courier = any();
        BigDecimal sum = sum();
        settle(
                "grant " + order + " " + sum + " to " + courier.card,
                () -> cards.allowances()
                                .grant(new Grant(courier.card, order, sum))
                                .state()
                        == Allowance.State.GRANTED);
        courier.open.put(order, sum);
        courier.left = courier.left.add(sum);
        granted = granted.add(sum);
        check(cards);
    }

    private void amend(CardWorkflows cards) {
        Courier courier = any();
        unpaid(courier).ifPresent(order -> {
            BigDecimal sum = sum();
            BigDecimal more = sum.subtract(courier.open.get(order));
            settle(
                    "amend " + order + " to " + sum,
                    () -> cards.allowances().amend(order, sum).state() == Allowance.State.GRANTED);
            courier.open.put(order, sum);
            courier.left = courier.left.add(more);
            granted = granted.add(more);
            check(cards);
        });
    }

    private void handOver(CardWorkflows cards) {
        Courier from = any();
        Courier to = any();
        boolean isUnspent = from.left.compareTo(from.total()) == 0;
        unpaid(from).filter(order -> isUnspent && from != to).ifPresent(order -> {
            settle("hand " + order + " over to " + to.card, () -> {
                Allowance now = cards.allowances().handOver(order, to.card);
                return now.state() == Allowance.State.GRANTED && now.ucid().equals(to.card);
            });
            BigDecimal sum = from.open.remove(order);
            from.left = from.left.subtract(sum);
            to.open.put(order, sum);
            to.left = to.left.add(sum);
            check(cards);
        });
    }

    private void reissue(CardWorkflows cards) {
        Courier courier = any();
        if (random.nextInt(3) == 0) {
            Approvals.Demand demand = new Approvals.Demand("manager", "lost", Duration.ofDays(2));
            String id = cards.approvals().requestReissue(courier.card, demand).id();
            cards.approvals().approve(id, "cfo");
            settle(
                    "reissue " + courier.card,
                    () -> cards.approvals().execute(id).state() == ChangeRequest.State.EXECUTED);
            courier.card = cards.approvals().find(id).orElseThrow().successor().orElseThrow();
            check(cards);
        }
    }

    private void close(CardWorkflows cards) {
        Courier courier = any();
        courier.open.keySet().stream().findAny().ifPresent(order -> {
            settle("close " + order, () -> cards.allowances().close(courier.card, order));
            courier.open.remove(order);
            courier.paid.remove(order);
            courier.left = courier.left.min(courier.total());
            check(cards);
        });
    }

    /** Pays for one order, by one receipt; now and then some of it is given back. */
    private void buy() {
        Courier courier = any();
        unpaid(courier).ifPresent(order -> {
            BigDecimal sum = courier.open.get(order);
            pause(Duration.ofSeconds(1));
            assertThat(simulator.spend(courier.card.value(), sum)).as(told()).isEqualTo(Decision.ACCEPTED);
            story.add("paid " + order);
            if (random.nextInt(5) == 0) {
                refunds.add(refund(courier.card, order, sum));
            }
            courier.left = courier.left.subtract(sum);
            courier.paid.add(order);
            spent = spent.add(sum);
            pause(Duration.ofSeconds(1));
        });
    }

    private Operation refund(Ucid card, String order, BigDecimal sum) {
        return Operation.builder()
                .operationId("refund-of-" + order)
                .ucid(card.toString())
                .category(OperationCategory.REFUND_IN)
                .typeOfOperation(Direction.CREDIT)
                .accountAmount(sum)
                .operationDate(time.now().plusSeconds(1))
                .build();
    }

    /** Whatever was told, by hold and by posting, once or twice: each order has what was bought for it, and nothing is stray. */
    private void control(TBank bank, CardWorkflows cards) {
        StatementQuery query = StatementQuery.builder()
                .accountNumber(TBankSimulator.ACCOUNT)
                .since(start)
                .build();
        for (int round = 0; round < 2; round++) {
            for (Operation operation : bank.operations().statement(query)) {
                assertThat(cards.allowances().watch(operation)).as(told()).isEmpty();
            }
            pause(Duration.ofHours(16));
        }
        refunds.forEach(refund ->
                assertThat(cards.allowances().watch(refund)).as(told()).isEmpty());
        BigDecimal back = refunds.stream()
                .map(refund -> refund.accountAmount().orElseThrow())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        SpendingReport report = cards.allowances()
                .report(Purchases.day(start), Purchases.day(time.now()).plusDays(1));
        assertThat(report.net()).as(told()).isEqualByComparingTo(spent.subtract(back));
        assertThat(report.lines()).as(told()).allMatch(line -> line.order().isPresent());
        assertThat(cards.once().pending()).as(told()).isEmpty();
    }

    /** Asks until it is done, as a program would that is told to ask again; the bank fails at random. */
    private void settle(String what, BooleanSupplier act) {
        story.add(what);
        if (random.nextInt(3) == 0) {
            FAULTS.get(random.nextInt(FAULTS.size())).accept(simulator.faults());
        }
        for (int i = 0; i < MOST_TRIES; i++) {
            if (isDone(act)) {
                simulator.faults().off();
                pause(Duration.ofSeconds(1));
                return;
            }
            pause(Duration.ofMinutes(4));
        }
        throw new AssertionError("not done: " + told());
    }

    private boolean isDone(BooleanSupplier act) {
        try {
            return act.getAsBoolean();
        } catch (SdkException e) {
            return false;
        } catch (CardRefusedException e) {
            assertThat(e.isRetryable()).as(e.reason() + ", " + told()).isTrue();
            return false;
        }
    }

    private void check(CardWorkflows cards) {
        for (Courier courier : couriers) {
            assertThat(simulator.card(courier.card.value()).spendLimit().remain())
                    .as(told())
                    .isEqualByComparingTo(courier.left);
        }
    }

    /** The bank's clock goes on with that of the store, which moves by itself whenever the client waits. */
    private void pause(Duration duration) {
        time.advance(duration);
        simulator.clock().advance(Duration.between(simulator.clock().now(), time.now()));
    }

    private Optional<String> unpaid(Courier courier) {
        return courier.open.keySet().stream()
                .filter(order -> !courier.paid.contains(order))
                .filter(order -> courier.left.compareTo(courier.open.get(order)) >= 0)
                .findFirst();
    }

    private Courier any() {
        return couriers.get(random.nextInt(couriers.size()));
    }

    private BigDecimal sum() {
        return BigDecimal.valueOf(10_000L + random.nextInt(400_000), 2);
    }

    private static String letters(int number) {
        return "" + (char) ('A' + number / 26) + (char) ('A' + number % 26);
    }

    private String told() {
        return "seed " + seed + ": " + story.subList(Math.max(0, story.size() - 12), story.size());
    }
}
