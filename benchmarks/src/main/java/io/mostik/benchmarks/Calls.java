package io.mostik.benchmarks;

import io.mostik.remonline.RemOnline;
import io.mostik.remonline.orders.NewOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** P1, P2 and P4: bytes and CPU of small calls and of a page, and the threads that blocking calls start. */
public final class Calls {

    private static final int ROUND = 2_000;
    private static final int FEW = 1_000;
    private static final int PAGES = 200;
    private static final double FREE = 1.00;
    private static final Map<String, Object> BODY = Map.of(
            "branch_id",
            3301,
            "order_type_id",
            411,
            "client_id",
            88001,
            "malfunction",
            "Does not charge",
            "manager_notes",
            "Call first");

    private final Floor floor;
    private final Floor patient;
    private final RemOnline sdk;
    private final int rounds;

    private Calls(String base, int size) {
        this.floor = new Floor(base);
        this.patient = new Floor(base, true);
        this.sdk = Sdk.client(base);
        this.rounds = 5 + 2 * size;
    }

    /** Takes the server's address and the size. */
    public static void main(String[] arguments) throws Exception {
        Calls calls = new Calls(arguments[0], Integer.parseInt(arguments[1]));
        calls.warmUp();
        calls.small();
        calls.crowd();
        calls.page();
        System.exit(0);
    }

    private void warmUp() {
        InterleavedRounds.warm(ROUND, () -> gets(ROUND), () -> sdkGets(ROUND));
        gets(patient, ROUND);
        InterleavedRounds.warm(ROUND, () -> posts(ROUND), () -> sdkPosts(ROUND));
        InterleavedRounds.warm(PAGES, () -> pages(PAGES), () -> sdkPages(PAGES));
    }

    private void small() {
        InterleavedRounds get = InterleavedRounds.of(rounds, ROUND, () -> gets(ROUND), () -> sdkGets(ROUND));
        get.row("P1", "small GET, bytes a call", FREE, Cost::bytes).print();
        get.row("P2", "small GET, CPU a call (ns)", 1.05, Cost::cpuNanos).print();
        get.row("", "small GET, time a call (ns)", 1.05, Cost::wallNanos).print();
        InterleavedRounds.of(1 + rounds / 2, ROUND, () -> gets(patient, ROUND), () -> sdkGets(ROUND))
                .row("", "small GET, CPU a call (ns), floor without timeout", 1.05, Cost::cpuNanos)
                .print();
        InterleavedRounds post = InterleavedRounds.of(rounds, ROUND, () -> posts(ROUND), () -> sdkPosts(ROUND));
        post.row("P1", "small POST, bytes a call", FREE, Cost::bytes).print();
        post.row("", "small POST, CPU a call (ns)", 1.05, Cost::cpuNanos).print();
        Cost blocking = Cost.of(FEW, () -> sdkGets(FEW));
        double threads = blocking.threads();
        Row.of("P2", "threads started by 1,000 blocking calls", Row.number(threads), "<= 5", threads <= 5)
                .print();
    }

    private void crowd() {
        InterleavedRounds.warm(ROUND, () -> eight(this::gets), () -> eight(this::sdkGets));
        InterleavedRounds get =
                InterleavedRounds.of(rounds, ROUND, () -> eight(this::gets), () -> eight(this::sdkGets));
        get.row("", "small GET, 8 threads, CPU a call (ns)", 1.15, Cost::cpuNanos)
                .print();
        get.row("", "small GET, 8 threads, time a call (ns)", 1.15, Cost::wallNanos)
                .print();
    }

    private void page() {
        InterleavedRounds page = InterleavedRounds.of(rounds, PAGES, () -> pages(PAGES), () -> sdkPages(PAGES));
        page.row("P4", "page of 50, bytes a call", 0.65, Cost::bytes).print();
        page.row("", "page of 50, CPU a call (ns)", 1.05, Cost::cpuNanos).print();
    }

    private void gets(int calls) {
        gets(floor, calls);
    }

    private static void gets(Floor some, int calls) {
        for (int i = 0; i < calls; i++) {
            some.get(1_000 + i);
        }
    }

    private void sdkGets(int calls) {
        for (int i = 0; i < calls; i++) {
            sdk.orders().get(1_000 + i);
        }
    }

    private void posts(int calls) {
        for (int i = 0; i < calls; i++) {
            floor.post(BODY);
        }
    }

    private void sdkPosts(int calls) {
        NewOrder order = Sdk.newOrder();
        for (int i = 0; i < calls; i++) {
            sdk.orders().create(order);
        }
    }

    private void pages(int calls) {
        for (int i = 0; i < calls; i++) {
            floor.page(1 + i % 200);
        }
    }

    private void sdkPages(int calls) {
        for (int i = 0; i < calls; i++) {
            sdk.orders().list(Walk.ALL).pages().iterator().next();
        }
    }

    private static void eight(java.util.function.IntConsumer calls) {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            running.add(threads.submit(() -> calls.accept(ROUND / 8)));
        }
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        threads.shutdown();
    }
}
