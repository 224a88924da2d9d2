package io.mostik.bridge.server;

import io.mostik.core.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a link would do. */
@Command(
        name = "dry-run",
        description =
                "What a link would do with a sample, or with its last events: filter, values and their origin, what"
                        + " nothing looks at. Sends nothing.",
        mixinStandardHelpOptions = true)
final class DryRunVerb extends Verb {

    @Parameters(paramLabel = "LINK", description = "the name of a link")
    private String link = "";

    @Option(names = "--sample", paramLabel = "FILE", description = "an event as JSON")
    private Optional<Path> sample = Optional.empty();

    @Option(names = "--last", paramLabel = "N", description = "so many events of the past; 20 unless given")
    private Optional<Integer> last = Optional.empty();

    @Option(names = "--dead", description = "the dead letters that it waits for")
    private boolean dead;

    @Override
    public Integer call() throws IOException {
        Map<String, String> question = new LinkedHashMap<>(Map.of("link", link));
        if (sample.isPresent()) {
            question.put("sample", Files.readString(sample.get(), StandardCharsets.UTF_8));
        }
        last.ifPresent(number -> question.put("last", Integer.toString(number)));
        question.put("dead", Boolean.toString(dead));
        Json answer = ask("dry-run", true, question);
        Json runs = answer.get("runs");
        if (isJson()) {
            printJson(runs);
            return 0;
        }
        for (Json run : runs.elements()) {
            out().println(text(run, "state"));
            run.get("failing")
                    .elements()
                    .forEach(each ->
                            out().println("  does not hold: " + each.text().orElse("")));
            Json origins = run.get("origins");
            run.get("request")
                    .names()
                    .forEach(name -> out().println("  " + name + " = " + text(run.get("request"), name) + "   from "
                            + text(origins, name)));
            run.get("lacking")
                    .elements()
                    .forEach(each -> out().println("  missing: " + each.text().orElse("")));
            run.get("notes")
                    .elements()
                    .forEach(each -> out().println("  note: " + each.text().orElse("")));
            run.get("unused")
                    .elements()
                    .forEach(each ->
                            out().println("  nothing looks at: " + each.text().orElse("")));
        }
        answer.get("unreadable")
                .elements()
                .forEach(id -> out().println("cannot be read: " + id.text().orElse("")));
        return 0;
    }
}
