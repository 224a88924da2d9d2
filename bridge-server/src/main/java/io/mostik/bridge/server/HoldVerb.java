package io.mostik.bridge.server;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lets nothing be sent. */
@Command(
        name = "hold",
        description = "Sends nothing from now on; what is asked is accepted and waits. For before and after a restore.",
        mixinStandardHelpOptions = true)
final class HoldVerb extends Verb {

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why")
    private String reason = "";

    @Override
    public Integer call() {
        var unused = ask("hold", true, Map.of("reason", reason));
        out().println("held: nothing is sent until mostik-bridge release");
        return 0;
    }
}
