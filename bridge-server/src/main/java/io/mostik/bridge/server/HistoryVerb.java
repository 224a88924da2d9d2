package io.mostik.bridge.server;

import io.mostik.core.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what became of a link's events, or of a document. */
@Command(
        name = "history",
        description = "What became of the events of a link, or of a document, and what people decided about it.",
        mixinStandardHelpOptions = true)
final class HistoryVerb extends Verb {

    @Parameters(paramLabel = "LINK|DOCUMENT", description = "the name of a link, a document, or the id of an intent")
    private String of = "";

    @Option(names = "--last", paramLabel = "N", description = "so many events of a link; 20 unless given")
    private Optional<Integer> last = Optional.empty();

    @Option(names = "--before", paramLabel = "ID", description = "only events before this run")
    private Optional<String> before = Optional.empty();

    @Override
    public Integer call() {
        Map<String, String> question = new LinkedHashMap<>(Map.of("of", of));
        last.ifPresent(number -> question.put("last", Integer.toString(number)));
        before.ifPresent(id -> question.put("before", id));
        Json found = ask("history", false, question);
        if (isJson()) {
            printJson(found);
            return 0;
        }
        print(found.get("intents"));
        found.get("runs").elements().forEach(this::printRun);
        found.get("decisions")
                .elements()
                .forEach(decision -> out().printf(
                                "  %s  %s: %s, %s (%s)%n",
                                text(decision, "at"),
                                text(decision, "who"),
                                text(decision, "what"),
                                text(decision, "about"),
                                text(decision, "reason")));
        if (found.get("intents").elements().isEmpty()
                && found.get("runs").elements().isEmpty()) {
            out().println("nothing is known of " + of);
        }
        return 0;
    }

    private void printRun(Json run) {
        out().printf(
                        "%s  %-10s  %s %s  of %s  link %s  %s%n",
                        text(run, "id"),
                        text(run, "state"),
                        text(run, "event"),
                        text(run, "key"),
                        text(run, "happenedAt"),
                        text(run, "digest"),
                        text(run, "message"));
        Json outcome = run.get("outcome");
        if (outcome.isPresent()) {
            out().printf(
                            "    %s  %s  %d tries  happened %s  %s  %s%n",
                            text(outcome, "id"),
                            text(outcome, "action"),
                            outcome.get("tries").wholeNumber().orElse(0L),
                            text(outcome, "happened"),
                            text(outcome, "changedAt"),
                            text(outcome, "message"));
        }
    }
}
