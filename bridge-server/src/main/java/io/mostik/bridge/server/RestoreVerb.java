package io.mostik.bridge.server;

import io.mostik.bridge.Bridge;
import io.mostik.bridge.server.config.BridgeConfig;
import io.mostik.bridge.server.config.StoreSettings;
import io.mostik.bridge.server.store.FolderLock;
import io.mostik.bridge.server.store.ServerDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
            "Puts a copy in the place of the H2 database, keeps the old files beside it, and holds: nothing is sent"
                    + " until mostik-bridge release --from.",
            "Before that, let all bases send again what they miss."
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
        try (FolderLock lock = FolderLock.take(folder)) {
            Objects.requireNonNull(lock, "lock");
            out().println("the old files are in " + swap(folder).getFileName());
        }
        out().println("restored and held: nothing is sent until mostik-bridge release --from, with the time of the"
                + " copy");
        return Main.PERSON;
    }

    /**
     * Puts the copy in the place of what is there, and returns where that is now. The copy is held before, and each file
     * changes its place in one step: a crash leaves the old journal or the new one, held.
     */
    private Path swap(Path folder) throws IOException {
        Path trial = Files.createTempDirectory(folder, "restore");
        try {
            out().println(Backups.unpack(zip, trial) + " intents are in the copy");
            hold(trial);
            Path before = Files.createTempDirectory(folder, "before-restore-");
            for (Path file : files(folder)) {
                Files.copy(file, before.resolve(file.getFileName()));
            }
            for (Path file : files(trial)) {
                Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            }
            return before;
        } finally {
            Unzip.remove(trial);
        }
    }

    private void hold(Path trial) {
        StoreSettings copy = new StoreSettings(
                "h2:" + trial, StoreSettings.Kind.H2, Optional.of(trial), "", Optional.empty(), Optional.empty(), true);
        try (ServerDatabase database = ServerDatabase.open(copy, 1);
                Bridge bridge = Bridge.builder(database.dataSource()).build()) {
            bridge.holdRestored("local " + System.getProperty("user.name", "user"), "restored: " + reason);
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
