package io.mostik.bridge.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes runs of links, and dead letters, again. */
@Command(
        name = "replay",
        description = "Takes runs of a link again as it is now: what happened is answered, not repeated.",
        mixinStandardHelpOptions = true)
final class ReplayVerb extends Verb {

    private static final String DONE = "stand otherwise now";

    @Parameters(paramLabel = "ID", arity = "0..*", description = "of runs, or of dead letters as open shows them")
    private List<String> ids = List.of();

    @Option(names = "--link", paramLabel = "NAME", description = "all dead and incomplete runs of a link")
    private Optional<String> link = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "only those received since, such as 2026-11-29T00:00:00Z")
    private Optional<String> since = Optional.empty();

    @Option(names = "--anew", description = "as events that have not happened before; needs ids and a reason")
    private boolean anew;

    @Option(names = "--reason", paramLabel = "TEXT", description = "why anew")
    private Optional<String> reason = Optional.empty();

    @Override
    public Integer call() {
        if (ids.isEmpty() == link.isEmpty() || (anew && (ids.isEmpty() || reason.isEmpty()))) {
            throw new IllegalArgumentException("replay takes ids or --link; --anew takes ids and --reason");
        }
        if (link.isEmpty()) {
            return askEach("replay", ids, this::question, DONE);
        }
        Map<String, String> question = new LinkedHashMap<>(Map.of("link", link.get()));
        since.ifPresent(time -> question.put("since", time));
        out().println(changed(ask("replay", true, question)) + " " + DONE);
        return 0;
    }

    private Map<String, String> question(String id) {
        Map<String, String> question = new LinkedHashMap<>(Map.of("id", id));
        question.put(id.contains("/") ? "inbox" : "anew", Boolean.toString(id.contains("/") || anew));
        reason.ifPresent(text -> question.put("reason", text));
        return question;
    }
}
