package io.mostik.bridge.server;

import java.util.Map;
import picocli.CommandLine.Command;

/** Copies the database. */
@Command(
        name = "backup",
        description = "Copies an H2 database while it runs, and checks the copy.",
        mixinStandardHelpOptions = true)
final class BackupVerb extends Verb {

    @Override
    public Integer call() {
        out().println(text(ask("backup", true, Map.of()), "file"));
        return 0;
    }
}
