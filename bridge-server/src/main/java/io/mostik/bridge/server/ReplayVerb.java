package io.mostik.bridge.server;

import io.mostik.core.json.Json;
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
        long changed = 0;
        if (link.isPresent()) {
            Map<String, String> question = new LinkedHashMap<>(Map.of("link", link.get()));
            since.ifPresent(time -> question.put("since", time));
            changed += changed(ask("replay", true, question));
        }
        for (String id : ids) {
            Map<String, String> question = new LinkedHashMap<>(Map.of("id", id));
            question.put(id.contains("/") ? "inbox" : "anew", Boolean.toString(id.contains("/") || anew));
            reason.ifPresent(text -> question.put("reason", text));
            changed += changed(ask("replay", true, question));
        }
        out().println(changed + " stand otherwise now");
        return 0;
    }

    private static long changed(Json answer) {
        return answer.get("changed").wholeNumber().orElse(0L);
    }
}
