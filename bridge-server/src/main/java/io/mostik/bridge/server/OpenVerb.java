package io.mostik.bridge.server;

import io.mostik.core.json.Json;
import java.util.Map;
import picocli.CommandLine.Command;

/** Says what has not ended. */
@Command(
        name = "open",
        description = "What is open, unknown or given up. Ends with 3 if a person is needed.",
        mixinStandardHelpOptions = true)
final class OpenVerb extends Verb {

    @Override
    public Integer call() {
        Json open = ask("open", false, Map.of());
        Json now = ask("now", false, Map.of());
        Json letters = open.get("letters");
        long person = now.get("needsPerson").wholeNumber().orElse(0L)
                + letters.elements().size();
        if (isJson()) {
            printJson(open);
        } else {
            print(open.get("intents"));
            open.get("runs")
                    .elements()
                    .forEach(run -> out().printf(
                                    "%s  %-9s  link %s  %s%n",
                                    text(run, "id"), text(run, "state"), text(run, "link"), text(run, "message")));
            letters.elements()
                    .forEach(letter -> out().printf(
                                    "%s  dead letter  %s  %s%n",
                                    text(letter, "id"), text(letter, "at"), text(letter, "message")));
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
