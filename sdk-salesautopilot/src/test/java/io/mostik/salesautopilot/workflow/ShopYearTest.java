package io.mostik.salesautopilot.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.http.SdkRuntime;
import io.mostik.core.once.WriteState;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.SimulatorTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A year of a shop: deposits, part payments, corrections, reversals and refunds; notices that come twice, late and out of order;
 * orders that come before, after or never; a vendor whose answers are lost; three nodes. {@code mostik.ledger.orders} says how
 * many orders (60; 5,000 for the long run), {@code mostik.seed} which.
 */
class ShopYearTest extends SimulatorTest {

    private static final int ORDERS_A_YEAR = Integer.getInteger("mostik.ledger.orders", 60);
    private static final int NODES = 3;
    private static final int YEAR = 365;
    private static final double FAULTS = 0.15;

    private final long seed = Long.getLong("mostik.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparing(Event::at));
    private final List<ShopBooks> books = new ArrayList<>();
    private final Set<String> never = new HashSet<>();
    private final List<PaymentLedger> nodes = new ArrayList<>();
    private Instant start;
    private int nextDocument;
    private int readings;
    private int faults;
    private int paidForms;

    @Test
    void givenYearOfAShop_whenItIsOver_thenTheLedgerIsTheBooks() {
        System.out.println("ShopYearTest mostik.seed=" + seed);
        vendor.parallelRefused(false);
        start = time.now();
        List<SalesAutopilot> clients = new ArrayList<>();
        try (SdkRuntime others = SdkRuntime.create()) {
            for (int node = 0; node < NODES; node++) {
                clients.add(client(others));
                nodes.add(marketing(clients.get(node)).payments(ORDERS, PAID, "invoices"));
            }
            for (int i = 0; i < ORDERS_A_YEAR; i++) {
                live(new ShopBooks("W-" + i));
            }
            for (int hour = 0; hour < YEAR * 24; hour += 6) {
                at(Duration.ofHours(hour), () -> anyNode().runDue());
            }
            play();
            vendor.faults().off();
            settle();
            clients.forEach(SalesAutopilot::close);
        }
        books.forEach(this::check);
        assertThat(nodes.get(0).pending()).as("seed %d", seed).allMatch(open -> open.state() == WriteState.REFUSED);
        System.out.println(
                "ShopYearTest: " + ORDERS_A_YEAR + " orders, " + nextDocument + " numbers of documents, " + readings
                        + " readings, " + faults + " faults, " + never.size() + " orders that never come, "
                        + books.stream().filter(ShopBooks::isCovered).count() + " covered, paid form used " + paidForms
                        + " times");
    }

    private void check(ShopBooks book) {
        OrderBalance balance = nodes.get(0).find(book.order()).orElseThrow();
        assertThat(balance.due()).as("due, %s, seed %d", balance, seed).isEqualByComparingTo(book.due() + "");
        assertThat(balance.paid()).as("paid, %s, seed %d", balance, seed).isEqualByComparingTo(book.paid() + "");
        assertThat(balance.state() == OrderBalance.State.COVERED)
                .as("covered, %s, seed %d", balance, seed)
                .isEqualTo(book.isCovered());
        int fired = vendor.orders(book.order()).stream()
                .mapToInt(order -> vendor.timesFired(PAID.value(), Long.parseLong(order.get("id"))))
                .sum();
        paidForms += fired;
        boolean isThere = !never.contains(book.order());
        assertThat(fired).as("fired, %s, seed %d", balance, seed).isLessThanOrEqualTo(1);
        if (book.isCovered() && isThere) {
            assertThat(fired).as("fired, %s, seed %d", balance, seed).isEqualTo(1);
        }
        if (!book.wasEverCovered()) {
            assertThat(fired).as("fired for a part, %s, seed %d", balance, seed).isZero();
        }
        assertThat(balance.isMarked()).as("%s, seed %d", balance, seed).isEqualTo(fired == 1);
    }

    /** Plans what happens to one order. */
    private void live(ShopBooks book) {
        books.add(book);
        int day = random.nextInt(YEAR - 120);
        if (random.nextInt(20) == 0) {
            never.add(book.order());
        } else {
            at(day + random.nextInt(6), () -> place(book.order()));
        }
        int gross = 1_000 + random.nextInt(90_000);
        String first = number();
        String second = number();
        switch (random.nextInt(6)) {
            case 0 -> {
                book(day, book, () -> book.issue(first, InvoiceKind.INVOICE, gross));
                payInParts(day + 1, book, first, gross);
            }
            case 1 -> {
                int deposit = gross / 3;
                book(day, book, () -> book.issue(first, InvoiceKind.DEPOSIT, deposit));
                payInParts(day + 1, book, first, deposit);
                book(day + 9, book, () -> book.issue(second, InvoiceKind.FINAL, gross - deposit));
                payInParts(day + 10, book, second, gross - deposit);
            }
            case 2 -> {
                book(day, book, () -> book.issue(first, InvoiceKind.PROFORMA, gross));
                book(day + 2, book, () -> book.pay(first, gross / 2, date(day + 2)));
                book(day + 4, book, () -> book.invoice(first, second));
                book(day + 6, book, () -> book.pay(second, gross - gross / 2, date(day + 6)));
            }
            case 3 -> {
                book(day, book, () -> book.issue(first, InvoiceKind.INVOICE, gross));
                book(day + 2, book, () -> book.correct(second, first, -gross / 5));
                payInParts(day + 4, book, first, gross - gross / 5);
            }
            case 4 -> {
                String anew = number();
                book(day, book, () -> book.issue(first, InvoiceKind.INVOICE, gross));
                payInParts(day + 1, book, first, gross / 4);
                book(day + 20, book, () -> book.reverse(second, first));
                book(day + 25, book, () -> book.issue(anew, InvoiceKind.INVOICE, gross / 2));
                payInParts(day + 26, book, anew, gross / 2);
            }
            default -> {
                book(day, book, () -> book.issue(first, InvoiceKind.INVOICE, gross));
                payInParts(day + 1, book, first, gross);
                book(day + 30, book, () -> refund(book, first, second, day + 30));
            }
        }
    }

    private void refund(ShopBooks book, String first, String second, int day) {
        if (random.nextBoolean()) {
            book.reverse(second, first);
        } else {
            book.pay(first, -book.paid() / 2, date(day));
        }
    }

    /** Pays the whole sum in one to three parts; sometimes the last one never comes. */
    private void payInParts(int day, ShopBooks book, String number, int sum) {
        int parts = 1 + random.nextInt(3);
        int rest = sum;
        for (int part = 1; part <= parts; part++) {
            boolean isLast = part == parts;
            int amount = isLast ? rest : rest / 2;
            int when = day + part * 2;
            rest -= amount;
            if (!isLast || random.nextInt(6) > 0) {
                book(when, book, () -> book.pay(number, amount, date(when)));
            }
        }
    }

    /** Books something, and lets readings of all documents of the order come once to three times, late and in any order. */
    private void book(int day, ShopBooks book, Runnable booking) {
        at(day, () -> {
            booking.run();
            for (String number : book.numbers()) {
                for (int notice = random.nextInt(3); notice >= 0; notice--) {
                    Invoice read = book.read(number, time.now());
                    Duration late = Duration.ofMinutes(random.nextInt(4 * 24 * 60));
                    events.add(new Event(time.now().plus(late), () -> report(read)));
                }
            }
        });
    }

    private void report(Invoice read) {
        readings++;
        if (random.nextDouble() < FAULTS) {
            List<Runnable> kinds = List.of(
                    () -> vendor.faults().actThenDrop(),
                    () -> vendor.faults().dropBeforeActing(),
                    () -> vendor.faults().answer(500),
                    () -> vendor.faults().answer(429),
                    () -> vendor.faults().garbage());
            kinds.get(random.nextInt(kinds.size())).run();
            faults++;
        }
        anyNode().report(read);
        vendor.faults().off();
    }

    /** Plays the year in order; its time is that of the store. */
    private void play() {
        while (!events.isEmpty()) {
            Event next = events.poll();
            Duration until = Duration.between(time.now(), next.at());
            time.advance(until.isNegative() ? Duration.ZERO : until);
            next.happens().run();
        }
    }

    /** The daily sweep finds what notices have missed. */
    private void settle() {
        for (ShopBooks book : books) {
            anyNode()
                    .report(book.numbers().stream()
                            .map(number -> book.read(number, time.now()))
                            .toList());
        }
        for (int day = 0; day < 90; day++) {
            time.advance(Duration.ofDays(1));
            anyNode().runDue();
        }
    }

    private void place(String order) {
        vendor.addRecord(
                ORDERS.value(),
                Map.of("email", "k@example.hu", "mssys_shoprenter_id", order, "mssys_order_status", "1"));
    }

    private PaymentLedger anyNode() {
        return nodes.get(random.nextInt(NODES));
    }

    private String number() {
        nextDocument++;
        return "KMP / 2026-" + nextDocument;
    }

    private LocalDate date(int day) {
        return LocalDate.ofInstant(start, ZoneOffset.UTC).plusDays(day);
    }

    private void at(int day, Runnable happens) {
        at(Duration.ofDays(day).plusMinutes(random.nextInt(24 * 60)), happens);
    }

    private void at(Duration after, Runnable happens) {
        events.add(new Event(start.plus(after), happens));
    }

    private record Event(Instant at, Runnable happens) {}
}
