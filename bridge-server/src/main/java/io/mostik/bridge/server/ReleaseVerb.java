package io.mostik.bridge.server;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lets everything go on. */
@Command(
        name = "release",
        description =
                "Sends again after a hold. After a restore: only when all that was sent since the copy is settled.",
        mixinStandardHelpOptions = true)
final class ReleaseVerb extends Verb {

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why that is safe")
    private String reason = "";

    @Override
    public Integer call() {
        var unused = ask("release", true, Map.of("reason", reason));
        out().println("released");
        return 0;
    }
}
