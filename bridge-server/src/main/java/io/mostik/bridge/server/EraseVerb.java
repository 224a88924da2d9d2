package io.mostik.bridge.server;

import io.mostik.core.json.Json;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Erases what is kept of a person. */
@Command(
        name = "erase",
        description = {
            "Erases what was asked for a person and what came of it; keys, states, digests and times stay.",
            "What has not ended is left, and listed: settle it, and erase again (exit code 3)."
        },
        mixinStandardHelpOptions = true)
final class EraseVerb extends Verb {

    @Mixin
    private PersonOptions person = new PersonOptions();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why; without the person's name")
    private String reason = "";

    @Override
    public Integer call() {
        Map<String, String> question = person.question();
        question.put("reason", reason);
        Json erased = ask("erase", true, question);
        List<Json> open = erased.get("open").elements();
        out().println("erased: " + erased.get("intents").wholeNumber().orElse(0L) + " intents, "
                + erased.get("runs").wholeNumber().orElse(0L) + " runs of links");
        open.forEach(ref ->
                out().println("left, since it has not ended: " + ref.text().orElse("")));
        return open.isEmpty() ? 0 : Main.PERSON;
    }
}
