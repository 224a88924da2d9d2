package io.mostik.bridge.server;

import io.mostik.core.json.Json;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** Lets the running program read its links again. */
@Command(
        name = "reload",
        description = "Lets the running program read its links again. If one is wrong, those before run on.",
        mixinStandardHelpOptions = true)
final class ReloadVerb extends Verb {

    @Override
    public Integer call() {
        Json answer = askRunning("reload", true, Map.of())
                .orElseThrow(() -> new IllegalStateException("no program runs here; the next one reads the links"));
        if (isJson()) {
            printJson(answer);
            return 0;
        }
        out().println(answer.get("links").wholeNumber().orElse(0L) + " links run");
        for (String word : List.of("new", "renamed", "changed", "gone")) {
            answer.get(word)
                    .elements()
                    .forEach(name ->
                            out().println("  " + word + ": " + name.text().orElse("")));
        }
        answer.get("warnings")
                .elements()
                .forEach(warning -> out().println("warning: " + warning.text().orElse("")));
        if (answer.get("restart").isTrue()) {
            out().println("other settings are not what the program runs with: they need a restart");
        }
        return 0;
    }
}
