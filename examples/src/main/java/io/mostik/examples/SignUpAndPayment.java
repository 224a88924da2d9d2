package io.mostik.examples;

import io.mostik.core.Secret;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.orders.OrderRef;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Map;

/** SalesAutopilot: a visitor signs up on the website; an invoice is paid and the order is marked, once. */
public final class SignUpAndPayment {

    private SignUpAndPayment() {}

    /** Runs the story, by the environment. */
    public static void main(String[] args) {
        walk(System.out);
    }

    /** Runs the story: at SalesAutopilot if {@code MOSTIK_SALESAUTOPILOT_USER} is set, else at a simulator. */
    static void walk(PrintStream out) {
        if (!Variables.has("MOSTIK_SALESAUTOPILOT_USER")) {
            atSimulator(out);
            return;
        }
        try (SalesAutopilot client = SalesAutopilot.builder()
                .baseUri(Variables.get("MOSTIK_SALESAUTOPILOT_URL", "https://api.salesautopilot.com"))
                .keyPair(Variables.get("MOSTIK_SALESAUTOPILOT_USER"), Secret.fromEnv("MOSTIK_SALESAUTOPILOT_PASSWORD"))
                .build()) {
            ListId list = ListId.of(Long.parseLong(Variables.get("MOSTIK_SALESAUTOPILOT_LIST")));
            FormId form = FormId.of(Long.parseLong(Variables.get("MOSTIK_SALESAUTOPILOT_FORM")));
            signUp(client, list, form, out);
        }
    }

    static void signUp(SalesAutopilot client, ListId list, FormId form, PrintStream out) {
        RecordFields visitor = RecordFields.builder()
                .email("kata.molnar@example.hu")
                .firstName("Kata")
                .lastName("Molnár")
                .build();
        out.println("  signing up: " + client.subscribers(list).subscribe(form, visitor));
        out.println("  signing up again: " + client.subscribers(list).subscribe(form, visitor));
    }

    static void pay(SalesAutopilot client, ListId orders, FormId paidForm, String number, PrintStream out) {
        LocalDate today = LocalDate.of(2026, 3, 14);
        for (int report = 1; report <= 2; report++) {
            out.println("  payment of " + number + ", report " + report + ": "
                    + client.orders(orders).markPaid(paidForm, OrderRef.shopOrder(number), today));
        }
    }

    static void atSimulator(PrintStream out) {
        try (SalesAutopilotSimulator vendor = SalesAutopilotSimulator.start();
                SalesAutopilot client = SalesAutopilot.builder()
                        .baseUri(vendor.uri().toString())
                        .keyPair(vendor.username(), Secret.of(vendor.password()))
                        .build()) {
            ListId newsletter = ListId.of(SalesAutopilotSimulator.NEWSLETTER);
            signUp(client, newsletter, FormId.of(SalesAutopilotSimulator.SIGN_UP_FORM), out);
            long order = vendor.addRecord(
                    SalesAutopilotSimulator.ORDERS,
                    Map.of("email", "kata.molnar@example.hu", "mssys_shoprenter_id", "W-10077"));
            FormId paid = FormId.of(SalesAutopilotSimulator.PAID_FORM);
            pay(client, ListId.of(SalesAutopilotSimulator.ORDERS), paid, "W-10077", out);
            out.println("  SalesAutopilot recorded: " + vendor.timesFired(SalesAutopilotSimulator.SIGN_UP_FORM)
                    + " welcome letter(s), "
                    + vendor.timesFired(SalesAutopilotSimulator.PAID_FORM, order) + " invoice(s) for the order");
        }
    }
}
