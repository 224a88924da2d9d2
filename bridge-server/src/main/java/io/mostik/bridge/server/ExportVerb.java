package io.mostik.bridge.server;

import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes what is kept of a person. */
@Command(
        name = "export",
        description = "What is kept of a person, as JSON; values are masked unless --show, which is written down.",
        mixinStandardHelpOptions = true)
final class ExportVerb extends Verb {

    @Mixin
    private PersonOptions person = new PersonOptions();

    @Option(names = "--show", description = "shows values; needs --reason")
    private boolean isShown;

    @Option(names = "--reason", paramLabel = "TEXT", description = "why values are shown")
    private Optional<String> reason = Optional.empty();

    @Override
    public Integer call() {
        Map<String, String> question = person.question();
        if (isShown) {
            question.put("show", "true");
        }
        reason.ifPresent(text -> question.put("reason", text));
        printJson(ask("export", true, question));
        return 0;
    }
}
