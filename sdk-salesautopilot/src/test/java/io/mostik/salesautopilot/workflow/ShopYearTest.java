package io.mostik.salesautopilot.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.http.SdkRuntime;
import io.mostik.core.once.WriteState;
import io.mostik.salesautopilot.SalesAutopilot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The year with readings that come twice, late and out of order, a vendor whose answers are lost, and three nodes; 60 orders. */
class ShopYearTest extends ShopYear {

    private static final int ORDERS_A_YEAR = Integer.getInteger("mostik.ledger.orders", 60);

    private int readings;

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
        System.out.println(summary() + ", " + readings + " readings");
    }

    /** Readings of all documents of the order come once to three times, late and in any order. */
    @Override
    void booked(ShopBooks book) {
        for (String number : book.numbers()) {
            for (int notice = random.nextInt(3); notice >= 0; notice--) {
                Invoice read = book.read(number, time.now());
                Duration late = Duration.ofMinutes(random.nextInt(4 * 24 * 60));
                events.add(new Event(time.now().plus(late), () -> report(read)));
            }
        }
    }

    private void report(Invoice read) {
        readings++;
        spoil(vendor.faults(), 1);
        anyNode().report(read);
        vendor.faults().off();
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
}
