package io.mostik.bridge.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lets everything go on, or the intents of one base. */
@Command(
        name = "release",
        description = {
            "Sends again after a hold.",
            "After a restore it has to say from when: what may have been sent since is read back at the vendors before"
                    + " anything is sent for it, and what they do not tell needs a person. Let all bases send again what"
                    + " they miss before."
        },
        mixinStandardHelpOptions = true)
final class ReleaseVerb extends Verb {

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why that is safe")
    private String reason = "";

    @Option(
            names = "--from",
            paramLabel = "INSTANT",
            description =
                    "since when something may have been sent that the journal does not know: the time of the copy,"
                            + " such as 2026-11-29T03:00 or 2026-11-29T00:00:00Z")
    private Optional<String> from = Optional.empty();

    @Option(names = "--base", paramLabel = "NAME", description = "only this base, which knows more than the journal")
    private Optional<String> base = Optional.empty();

    @Override
    public Integer call() {
        Map<String, String> question = new LinkedHashMap<>(Map.of("reason", reason));
        from.ifPresent(text -> question.put("from", text));
        base.ifPresent(name -> question.put("base", name));
        var unused = ask("release", true, question);
        out().println("released" + (from.isPresent() ? ": what may have been sent is read back first" : ""));
        return 0;
    }
}
