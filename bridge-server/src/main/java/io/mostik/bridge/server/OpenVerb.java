package io.mostik.bridge.server;

import io.mostik.core.json.Json;
import java.util.Map;
import picocli.CommandLine.Command;

/** Says what has not ended. */
@Command(
        name = "open",
        description = "What is open and unknown. Ends with 3 if a person is needed.",
        mixinStandardHelpOptions = true)
final class OpenVerb extends Verb {

    @Override
    public Integer call() {
        Json open = ask("open", false, Map.of());
        Json now = ask("now", false, Map.of());
        long person = now.get("needsPerson").wholeNumber().orElse(0L);
        if (isJson()) {
            printJson(open);
        } else {
            print(open.get("intents"));
            out().println(now.get("accepted").wholeNumber().orElse(0L) + " waiting, "
                    + now.get("working").wholeNumber().orElse(0L) + " being done, " + person + " need a person"
                    + (now.get("heldSince").isPresent() ? "; nothing is sent: " + text(now, "heldWhy") : ""));
        }
        if (!isJson()) {
            now.get("heldBases")
                    .elements()
                    .forEach(held -> out().println("base " + text(held, "base") + " waits: " + text(held, "reason")));
        }
        return person > 0 ? Main.PERSON : 0;
    }
}
