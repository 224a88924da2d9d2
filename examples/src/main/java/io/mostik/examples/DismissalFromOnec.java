package io.mostik.examples;

import io.mostik.bridge.Fields;
import io.mostik.bridge.link.BridgeLinks;
import io.mostik.bridge.link.LinkFile;
import io.mostik.bridge.link.LinkSet;
import io.mostik.bridge.link.Run;
import io.mostik.bridge.trigger.HookRoutes;
import io.mostik.testing.tbank.TBankSimulator;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Optional;

/** T-Bank and 1C: the personnel department dismisses somebody in 1C; a link of the bridge blocks his card, once. */
public final class DismissalFromOnec {

    private static final String EMPLOYEE = "5f0b2c1e-3d4a-11ee-9c1d-0050569a0001";
    private static final LinkSet LINKS = LinkFile.read("""
            links:
            - name: dismissals
              on: onec.document
              from: zup
              feed: {start: now, every: 5m, entity: Document_Увольнение, day: ДатаУвольнения, fields: [Сотрудник_Key]}
              do: cards.dismiss
              to: bank
              when: [{field: in_force, is: "true"}]
              map: {employee: {from: Сотрудник_Key, required: true}}
            """);

    private DismissalFromOnec() {}

    /** Runs the story, by the environment; the 1C base is a simulator. */
    public static void main(String[] args) {
        walk(System.out);
    }

    static void walk(PrintStream out) {
        try (BridgeEnv office = BridgeEnv.open()) {
            run(office, out);
            office.place()
                    .simulator()
                    .ifPresent(vendor -> out.println("  the bank recorded: blocked for 1C "
                            + vendor.timesBlocked(TBankSimulator.PLASTIC_CARD) + " time(s)"));
        }
    }

    private static void run(BridgeEnv office, PrintStream out) {
        Fields holder = Fields.of("card", office.place().leaver().toString()).with("employee", EMPLOYEE);
        out.println("  who has the card: " + office.ask("cards.holder.note", "card-1", holder));
        String document = office.base().dismiss(EMPLOYEE, LocalDate.now(BridgeEnv.ZONE));
        try (BridgeLinks links = BridgeLinks.over(office.bridge(), LINKS, HookRoutes.none(), BridgeEnv.ZONE)) {
            links.poll("dismissals");
            links.poll("dismissals");
            for (Run run : links.history("dismissals", Optional.empty(), 10)) {
                out.println("  document " + document + ": "
                        + run.intent().map(office::ended).orElse("nothing"));
            }
        }
    }
}
