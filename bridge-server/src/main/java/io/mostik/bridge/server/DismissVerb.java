package io.mostik.bridge.server;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ends what failed and nobody has to look at any more. */
@Command(
        name = "dismiss",
        description =
                "Ends runs that failed, and dead letters: nothing is done for them. The decision is written down.",
        mixinStandardHelpOptions = true)
final class DismissVerb extends Verb {

    @Parameters(paramLabel = "ID", arity = "1..*", description = "of runs, or of dead letters as open shows them")
    private List<String> ids = List.of();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why nothing is to be done")
    private String reason = "";

    @Override
    public Integer call() {
        return askEach(
                "dismiss",
                ids,
                id -> Map.of("id", id, "inbox", Boolean.toString(id.contains("/")), "reason", reason),
                "dismissed");
    }
}
