package io.mostik.bridge.server;

import io.mostik.bridge.server.config.BridgeConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes over what the bridge of the examples has kept. */
@Command(
        name = "import-onec",
        description =
                "Takes over the folder of the earlier bridge for 1C: what its documents were, and how they ended.",
        mixinStandardHelpOptions = true)
final class ImportOnecVerb extends Verb {

    @Parameters(paramLabel = "FOLDER", description = "of the earlier bridge; it must not run")
    private Path folder = Path.of("");

    @Option(names = "--base", required = true, paramLabel = "NAME", description = "the base whose documents they are")
    private String base = "";

    @Option(names = "--connection", required = true, paramLabel = "NAME", description = "the account they went to")
    private String connection = "";

    @Override
    public Integer call() {
        if (!Files.isRegularFile(folder.resolve("bridge.mv.db"))) {
            throw new IllegalArgumentException("there is no bridge.mv.db in " + folder);
        }
        BridgeConfig config = config();
        try (RunningBridge bridge = RunningBridge.openOnly(config)) {
            OnecImport imported = new OnecImport(bridge.bridge(), base, connection);
            imported.take(folder);
            out().println(imported.summary());
            return imported.needsPerson() ? Main.PERSON : 0;
        }
    }
}
