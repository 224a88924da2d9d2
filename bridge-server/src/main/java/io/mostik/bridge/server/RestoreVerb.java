package io.mostik.bridge.server;

import io.mostik.bridge.server.config.BridgeConfig;
import io.mostik.bridge.server.config.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Puts a copy in the place of the database. A journal of the past knows nothing of what was sent since: it is held, so that
 * nothing is sent before a person has settled that.
 */
@Command(
        name = "restore",
        description = {
            "Puts a copy in the place of the H2 database, keeps the old files beside it, and holds: nothing is sent until"
                    + " mostik-bridge release.",
            "Before that, look at mostik-bridge open, and ask the vendors what was done since the copy."
        },
        mixinStandardHelpOptions = true)
final class RestoreVerb extends Verb {

    @Parameters(paramLabel = "ZIP", description = "a copy made by mostik-bridge backup")
    private Path zip = Path.of("");

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why")
    private String reason = "";

    @Override
    public Integer call() throws IOException {
        BridgeConfig config = config();
        if (config.store().kind() != StoreSettings.Kind.H2) {
            throw new IllegalArgumentException(
                    "only H2 in files is restored here; for PostgreSQL stop all nodes, restore,"
                            + " and call mostik-bridge hold before they start");
        }
        Path folder = config.store().folder().orElseThrow();
        refuseIfRunning(config);
        Path trial = Files.createTempDirectory(Files.createDirectories(folder), "restore");
        try {
            Unzip.into(zip, trial);
            List<Path> old = files(folder);
            Path before = Files.createDirectories(folder.resolve("before-restore-" + System.currentTimeMillis()));
            for (Path file : old) {
                Files.move(file, before.resolve(file.getFileName()));
            }
            for (Path file : files(trial)) {
                Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            }
            out().println("the old files are in " + before.getFileName());
        } finally {
            Unzip.remove(trial);
        }
        try (RunningBridge bridge = RunningBridge.openOnly(config)) {
            bridge.bridge().hold("local " + System.getProperty("user.name", "user"), "restored: " + reason);
        }
        out().println("restored and held: nothing is sent until mostik-bridge release");
        return Main.PERSON;
    }

    /** Opening fails while a program has the folder. */
    private static void refuseIfRunning(BridgeConfig config) {
        if (!files(config.store().folder().orElseThrow()).isEmpty()) {
            try (var database = io.mostik.bridge.server.store.ServerDatabase.open(config.store(), 1)) {
                var unused = database.settings();
            }
        }
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("bridge\\.[a-z.]+"))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
