package io.mostik.bridge.server;

import io.mostik.core.json.Json;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says what became of a document. */
@Command(
        name = "history",
        description = "What became of a document, an intent or a link, and what people decided about it.",
        mixinStandardHelpOptions = true)
final class HistoryVerb extends Verb {

    @Parameters(paramLabel = "DOCUMENT", description = "a document, or the id of an intent")
    private String document = "";

    @Override
    public Integer call() {
        Json found = ask("documents", false, Map.of("document", document));
        if (isJson()) {
            printJson(found);
            return 0;
        }
        print(found.get("intents"));
        Json decisions = ask("decisions", false, Map.of()).get("decisions");
        found.get("intents")
                .elements()
                .forEach(intent -> decisions.elements().stream()
                        .filter(decision -> text(decision, "about").contains(text(intent, "id")))
                        .forEach(decision -> out().printf(
                                        "  %s  %s: %s (%s)%n",
                                        text(decision, "at"),
                                        text(decision, "who"),
                                        text(decision, "what"),
                                        text(decision, "reason"))));
        if (found.get("intents").elements().isEmpty()) {
            out().println("nothing is known of " + document);
        }
        return 0;
    }
}
