package io.mostik.salesautopilot.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.salesautopilot.SimulatorTest;
import io.mostik.testing.FaultInjector;
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
import java.util.function.Supplier;

/**
 * A year of a shop: deposits, part payments, corrections, reversals and refunds; orders that come before, after or never.
 * {@code mostik.ledger.orders} says how many orders (1,000 to 5,000 for the long run), {@code mostik.seed} which. How bookings come to the
 * ledger is told by the test.
 */
abstract class ShopYear extends SimulatorTest {

    static final int NODES = 3;
    static final int YEAR = 365;
    private static final double FAULTS = 0.15;

    final long seed = Long.getLong("mostik.seed", System.nanoTime());
    final Random random = new Random(seed);
    final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparing(Event::at));
    final List<ShopBooks> books = new ArrayList<>();
    final Set<String> never = new HashSet<>();
    final List<PaymentLedger> nodes = new ArrayList<>();
    Instant start = Instant.EPOCH;
    int nextDocument;
    int faults;
    int paidForms;

    /** Lets the ledger hear of what was booked just now. */
    abstract void booked(ShopBooks book);

    /** Plans what happens to one order. */
    final void live(ShopBooks book) {
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
                book(day + 4, book, () -> book.issue(second, InvoiceKind.FINAL, gross - deposit));
                payInParts(day + 5, book, second, gross - deposit);
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
                book(day + 20, book, () -> {
                    book.reverse(second, first);
                    book.issue(anew, InvoiceKind.INVOICE, gross / 2);
                });
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
            book.refund(first, date(day));
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

    private void book(int day, ShopBooks book, Runnable booking) {
        at(day, () -> {
            booking.run();
            booked(book);
        });
    }

    /** Spoils some requests, mostly none. */
    final void spoil(FaultInjector vendor, int most) {
        if (random.nextDouble() < FAULTS) {
            List<Supplier<FaultInjector.Setting>> kinds = List.of(
                    vendor::actThenDrop,
                    vendor::dropBeforeActing,
                    () -> vendor.answer(500),
                    () -> vendor.answer(429),
                    vendor::garbage);
            kinds.get(random.nextInt(kinds.size())).get().times(1 + random.nextInt(most));
            faults++;
        }
    }

    /** Plays the year in order; its time is that of the store. */
    final void play() {
        while (!events.isEmpty()) {
            Event next = events.poll();
            Duration until = Duration.between(time.now(), next.at());
            time.advance(until.isNegative() ? Duration.ZERO : until);
            next.happens().run();
        }
    }

    void check(ShopBooks book) {
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

    /** Returns the figures of the year. */
    final String summary() {
        return getClass().getSimpleName() + ": " + books.size() + " orders, " + nextDocument + " numbers of documents, "
                + faults
                + " faults, " + never.size() + " orders that never come, "
                + books.stream().filter(ShopBooks::isCovered).count() + " covered, paid form used " + paidForms
                + " times";
    }

    private void place(String order) {
        vendor.addRecord(
                ORDERS.value(),
                Map.of("email", "k@example.hu", "mssys_shoprenter_id", order, "mssys_order_status", "1"));
    }

    final PaymentLedger anyNode() {
        return nodes.get(random.nextInt(NODES));
    }

    private String number() {
        nextDocument++;
        return "KMP / 2026-" + nextDocument;
    }

    private LocalDate date(int day) {
        return LocalDate.ofInstant(start, ZoneOffset.UTC).plusDays(day);
    }

    final void at(int day, Runnable happens) {
        at(Duration.ofDays(day).plusMinutes(random.nextInt(24 * 60)), happens);
    }

    final void at(Duration after, Runnable happens) {
        events.add(new Event(start.plus(after), happens));
    }

    record Event(Instant at, Runnable happens) {}
}
