package io.mostik.examples;

import io.mostik.bankcards.tbank.operations.Operation;
import io.mostik.bankcards.tbank.operations.StatementQuery;
import io.mostik.bankcards.workflow.Allowance;
import io.mostik.bankcards.workflow.Allowances;
import io.mostik.bankcards.workflow.CardWorkflows;
import io.mostik.bankcards.workflow.Grant;
import io.mostik.core.Async;
import io.mostik.core.BatchExecutor;
import io.mostik.core.StateStore;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** T-Bank: all couriers get the money of their orders at once; what they spend outside their orders is reported. */
public final class CourierSpending {

    private CourierSpending() {}

    /** Runs the story, by the environment. */
    public static void main(String[] args) throws InterruptedException {
        walk(System.out);
    }

    static void walk(PrintStream out) throws InterruptedException {
        try (BankEnv place = BankEnv.open()) {
            run(place, out);
            place.simulator()
                    .map(bank -> bank.journal().count("PUT", "/api/v3/card/limits/set_batch"))
                    .ifPresent(batches -> out.println("  batches for all couriers at the bank: " + batches));
        }
    }

    static void run(BankEnv place, PrintStream out) throws InterruptedException {
        place.pay(place.virtual(), "70");
        Allowances allowances =
                CardWorkflows.of(place.bank(), StateStore.inMemory()).allowances();
        try (Async async = Async.create()) {
            List<Grant> orders = List.of(
                    new Grant(place.virtual(), "order 1001", new BigDecimal("1500")),
                    new Grant(place.leaver(), "order 1002", new BigDecimal("900")));
            for (BatchExecutor.Result<Grant, Allowance> result :
                    allowances.grantAll(orders, BatchExecutor.on(async).progress(ProgressDisplay.on(out)))) {
                out.println("  " + result.item().order() + ", granted: " + result.succeeded());
            }
        }
        place.pay(place.virtual(), "1200");
        place.pay(place.leaver(), "850");
        String account = place.bank().cards().get(place.virtual()).accountNumber();
        Instant morning = Instant.now().minus(Duration.ofHours(1));
        StatementQuery today =
                StatementQuery.builder().accountNumber(account).since(morning).build();
        for (Operation operation : place.bank().operations().statement(today)) {
            allowances.watch(operation).ifPresent(stray -> out.println("  outside an order: " + stray));
        }
    }
}
