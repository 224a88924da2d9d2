package io.mostik.examples;

import io.mostik.bridge.Bridge;
import io.mostik.bridge.Connections;
import io.mostik.bridge.Fields;
import io.mostik.bridge.intent.Intent;
import io.mostik.bridge.intent.IntentKey;
import io.mostik.bridge.intent.IntentRequest;
import io.mostik.bridge.link.BridgeLinks;
import io.mostik.bridge.link.LinkFile;
import io.mostik.bridge.link.Run;
import io.mostik.bridge.onec.OnecBase;
import io.mostik.bridge.trigger.HookRoutes;
import io.mostik.core.Secret;
import io.mostik.testing.onec.OnecBaseSimulator;
import io.mostik.testing.tbank.TBankSimulator;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** T-Bank and 1C: the personnel department dismisses somebody in 1C; a link of the bridge blocks his card, once. */
public final class DismissalFromOnec {

    private static final String EMPLOYEE = "5f0b2c1e-3d4a-11ee-9c1d-0050569a0001";
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final String LINKS = """
            links:
            - name: dismissal-to-cards
              on: onec.document
              from: zup
              feed: {start: now, every: 5m, entity: Document_Увольнение, day: ДатаУвольнения, fields: [Сотрудник_Key]}
              do: cards.dismiss
              to: bank
              when: [{field: in_force, is: "true"}]
              map: {employee: {from: Сотрудник_Key, required: true}}
            """;

    private DismissalFromOnec() {}

    /** Runs the story, by the environment; the 1C base is a simulator. */
    public static void main(String[] args) {
        walk(System.out);
    }

    static void walk(PrintStream out) {
        JdbcConnectionPool database = JdbcConnectionPool.create("jdbc:h2:mem:bridge;MODE=PostgreSQL", "", "");
        try (BankEnv place = BankEnv.open();
                OnecBaseSimulator base = OnecBaseSimulator.start();
                OnecBase zup = OnecBase.of(
                        OnecBase.settings(base.uri().toString()).build(), base.user(), Secret.of(base.password()))) {
            Connections connections =
                    Connections.none().with("bank", "tbank", place.bank()).with("zup", "onec", zup);
            run(database, connections, place, base, out);
            place.simulator()
                    .ifPresent(vendor -> out.println("  the bank recorded: blocked "
                            + vendor.timesBlocked(TBankSimulator.PLASTIC_CARD) + " time(s)"));
        } finally {
            database.dispose();
        }
    }

    private static void run(
            DataSource database, Connections connections, BankEnv place, OnecBaseSimulator base, PrintStream out) {
        try (Bridge bridge =
                        Bridge.builder(database).zone(ZONE).connections(connections).build();
                BridgeLinks links = BridgeLinks.over(bridge, LinkFile.read(LINKS), HookRoutes.none(), ZONE)) {
            Bridge unused = bridge.start();
            Fields holder = Fields.of("card", Long.toString(place.leaver().value())).with("employee", EMPLOYEE);
            Intent noted = bridge.intents()
                    .accept(IntentRequest.of(IntentKey.of("office", "cards.holder.note", "card-1"), "bank", holder))
                    .intent();
            out.println("  who has the card: " + ended(bridge, noted.id()));
            String unusedDocument = base.dismiss(EMPLOYEE, LocalDate.now(ZONE));
            links.poll("dismissal-to-cards");
            links.poll("dismissal-to-cards");
            for (Run run : links.history("dismissal-to-cards", Optional.empty(), 10)) {
                out.println("  a dismissal in 1C: " + ended(bridge, run.intent().orElseThrow()));
            }
        }
    }

    private static String ended(Bridge bridge, String intent) {
        Intent known = bridge.intents().await(intent, Duration.ofSeconds(20));
        return known.state() + ", " + known.code();
    }
}
