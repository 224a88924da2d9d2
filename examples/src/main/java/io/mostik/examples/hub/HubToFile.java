package io.mostik.examples.hub;

import io.mostik.core.StateStore;
import io.mostik.datahub.HubConnection;
import io.mostik.datahub.HubSettings;
import io.mostik.datahub.RunSummary;
import io.mostik.datahub.calc.Calculation;
import io.mostik.datahub.sink.JdbcTable;
import io.mostik.datahub.statuses.StatusMapping;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** RemOnline: the funnel of a shop as a table in a file of H2, kept up to date by refreshes. */
public final class HubToFile {

    static final String TABLE = "orders";
    private static final int HALF_WEEKS = 20;

    private HubToFile() {}

    /** Runs the story at a simulated shop; writes to {@code target/hub}. */
    public static void main(String[] args) throws IOException {
        try (DemoShop shop = new DemoShop()) {
            run(shop, Path.of("target", "hub"), System.out);
        }
    }

    static void run(DemoShop shop, Path folder, PrintStream out) throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve("hub.mv.db"));
        try (HubConnection hub =
                HubConnection.builder(StateStore.inMemory(), shop.connector()).build()) {
            hub.connect(shop.key());
            HubSettings settings = HubSettings.builder()
                    .mapping(StatusMapping.proposeByGroup(hub.funnel()))
                    .calculation(Calculation.of("{order.cost}", "{order.total} * 94%"))
                    .addColumns("status", "stage", "manager", "total")
                    .build();
            hub.configure(settings);
            Files.writeString(folder.resolve("settings.json"), settings.toJson());
            try (JdbcTable table = JdbcTable.file(folder.resolve("hub"), TABLE, settings.allColumns())) {
                shop.work(HALF_WEEKS, () -> {
                    RunSummary done = hub.refresh(table);
                    out.println("  refreshed: " + done.delivered() + " orders");
                });
            }
        }
        out.println("  the table 'orders' is in " + folder.resolve("hub.mv.db"));
    }
}
