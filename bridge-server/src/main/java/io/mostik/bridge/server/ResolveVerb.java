package io.mostik.bridge.server;

import io.mostik.core.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes down what a person found out. */
@Command(
        name = "resolve",
        description = "Settles what is unknown: the vendor is asked once more, then the decision is written down.",
        mixinStandardHelpOptions = true)
final class ResolveVerb extends Verb {

    /** Whether it happened. */
    enum Happened {
        YES,
        NO
    }

    @Parameters(paramLabel = "ID", description = "of the intent")
    private String id = "";

    @Option(names = "--happened", required = true, paramLabel = "yes|no", description = "whether it happened")
    private Happened happened = Happened.NO;

    @Option(names = "--send-again", description = "it did not happen and is sent again")
    private boolean sendAgain;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "how that is known")
    private String reason = "";

    @Option(names = "--result", paramLabel = "NAME=VALUE", description = "what the vendor gave")
    private Map<String, String> results = new LinkedHashMap<>();

    @Option(names = "--without-looking", description = "does not ask the vendor before")
    private boolean withoutLooking;

    @Override
    public Integer call() {
        if (happened == Happened.YES && sendAgain) {
            throw new IllegalArgumentException("what happened is not sent again");
        }
        if (!withoutLooking) {
            Json now = ask("look", true, Map.of("id", id)).get("intent");
            if (now.get("isEnd").isTrue()) {
                out().println("the vendor's answer has settled it: " + text(now, "state") + ", "
                        + text(now, "message"));
                return 0;
            }
        }
        Map<String, String> question = new LinkedHashMap<>();
        question.put("id", id);
        question.put("choice", happened == Happened.YES ? "happened" : sendAgain ? "again" : "closed");
        question.put("reason", reason);
        results.forEach((name, value) -> question.put("result_" + name, value));
        Json settled = ask("resolve", true, question).get("intent");
        out().println(text(settled, "id") + "  " + text(settled, "state") + "  " + text(settled, "message"));
        return 0;
    }
}
