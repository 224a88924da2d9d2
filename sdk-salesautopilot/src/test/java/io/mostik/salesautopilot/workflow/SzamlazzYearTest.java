package io.mostik.salesautopilot.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.SdkException;
import io.mostik.core.Secret;
import io.mostik.core.http.SdkRuntime;
import io.mostik.core.once.WriteState;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.source.szamlazz.Szamlazz;
import io.mostik.testing.SimulatorExtension;
import io.mostik.testing.szamlazz.SzamlazzSimulator;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The year booked at the simulated Számlázz.hu: its notices come to any of three nodes over HTTP, once to three times, late, out of
 * order or never; what was lost is found by a daily check; answers of both vendors are lost; 30 orders.
 */
class SzamlazzYearTest extends ShopYear {

    private static final int ORDERS_A_YEAR = Integer.getInteger("mostik.ledger.orders", 30);

    /** An order is checked each day; the checks on days after which nothing can have changed any more are left out. */
    private static final Duration CHECKED = Duration.ofDays(2);

    @RegisterExtension
    final SimulatorExtension<SzamlazzSimulator> extension = SimulatorExtension.of(SzamlazzSimulator::start);

    private final SdkRuntime others = SdkRuntime.create();
    private final List<SzamlazzNode> servers = new ArrayList<>();
    private final Map<String, Instant> lastBooked = new HashMap<>();
    private SzamlazzSimulator invoices;
    private int notices;
    private int lost;
    private int failures;

    @AfterEach
    void stop() {
        servers.forEach(SzamlazzNode::close);
        others.close();
    }

    @Test
    void givenYearAtSzamlazz_whenItIsOver_thenTheLedgerIsTheirs() throws IOException {
        System.out.println("SzamlazzYearTest mostik.seed=" + seed);
        invoices = extension.simulator();
        vendor.parallelRefused(false);
        start = time.now();
        for (int node = 0; node < NODES; node++) {
            serve();
        }
        for (int i = 0; i < ORDERS_A_YEAR; i++) {
            live(new SzamlazzBooks("W-" + i, invoices));
        }
        for (int hour = 0; hour < YEAR * 24; hour += 6) {
            at(Duration.ofHours(hour), this::run);
        }
        for (int day = 0; day < YEAR; day++) {
            at(Duration.ofDays(day).plusHours(3), this::sweep);
        }
        play();
        settle();
        books.forEach(this::check);
        assertThat(nodes.get(0).pending()).as("seed %d", seed).allMatch(open -> open.state() == WriteState.REFUSED);
        System.out.println(summary() + ", " + notices + " notices, " + lost + " lost, " + failures + " checks failed, "
                + invoices.journal().all().size() + " queries");
    }

    private void serve() throws IOException {
        SalesAutopilot sales = client(others);
        PaymentLedger ledger = marketing(sales).payments(ORDERS, PAID, "szamlazz");
        Szamlazz szamlazz = Szamlazz.builder()
                .baseUri(invoices.uri().toString())
                .agentKey(Secret.of(invoices.agentKey()))
                .http(http -> http.time(time).runtime(others))
                .build();
        nodes.add(ledger);
        servers.add(new SzamlazzNode(sales, szamlazz, invoices.issuer(), ledger, store, time));
    }

    @Override
    void check(ShopBooks book) {
        super.check(book);
        OrderBalance balance = nodes.get(0).find(book.order()).orElseThrow();
        assertThat(balance.due()).as("%s, seed %d", balance, seed).isEqualByComparingTo(invoices.due(book.order()));
        assertThat(balance.paid()).as("%s, seed %d", balance, seed).isEqualByComparingTo(invoices.paid(book.order()));
    }

    @Override
    void booked(ShopBooks book) {
        lastBooked.put(book.order(), time.now());
        for (String notice : invoices.notices()) {
            int times = random.nextInt(4);
            lost += times == 0 ? 1 : 0;
            for (int i = 0; i < times; i++) {
                Duration late = Duration.ofMinutes(random.nextInt(4 * 24 * 60));
                events.add(new Event(time.now().plus(late), () -> receive(notice)));
            }
        }
        invoices.loseNotices();
    }

    private void receive(String notice) {
        notices++;
        assertThat(invoices.post(any().hook(), notice).accepted()).isTrue();
        spoiled(() -> any().inbox.run());
    }

    private void run() {
        spoiled(() -> {
            any().inbox.run();
            anyNode().runDue();
        });
    }

    private void sweep() {
        lastBooked.values().removeIf(booked -> booked.plus(CHECKED).isBefore(time.now()));
        books.stream().map(ShopBooks::order).filter(lastBooked::containsKey).forEach(this::look);
    }

    private void look(String order) {
        try {
            spoiled(() -> any().source.check(order));
        } catch (SdkException e) {
            failures++;
            events.add(new Event(time.now().plus(Duration.ofHours(1)), () -> look(order)));
        }
    }

    private void spoiled(Runnable work) {
        spoil(vendor.faults(), 1);
        spoil(invoices.faults(), 4);
        try {
            work.run();
        } finally {
            vendor.faults().off();
            invoices.faults().off();
        }
    }

    private void settle() {
        for (int day = 0; day < 90; day++) {
            time.advance(Duration.ofDays(1));
            any().inbox.run();
            anyNode().runDue();
        }
    }

    private SzamlazzNode any() {
        return servers.get(random.nextInt(NODES));
    }
}
