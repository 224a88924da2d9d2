package io.mostik.bridge.server;

import io.mostik.bridge.Person.Role;
import io.mostik.bridge.server.config.BridgeConfig;
import io.mostik.bridge.server.config.ConfigReader;
import io.mostik.bridge.server.page.Asker;
import io.mostik.bridge.server.page.OfficeException;
import io.mostik.bridge.server.page.Question;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all verbs share: settings, the way to a running program, and where to write. */
abstract class Verb implements Callable<Integer> {

    private static final JsonCodec JSON = JsonCodec.camelCase();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "the settings; ${DEFAULT-VALUE} unless given",
            defaultValue = "mostik-bridge.yaml")
    private Path file = Path.of(ConfigReader.FILE);

    @Option(names = "--json", description = "answer in JSON")
    private boolean json;

    Path file() {
        return file;
    }

    boolean isJson() {
        return json;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    BridgeConfig config() {
        return ConfigReader.read(file);
    }

    /** Asks the running program; opens its database where none runs. */
    Json ask(String name, boolean isChange, Map<String, String> question) {
        Optional<Json> running = askRunning(name, isChange, question);
        if (running.isPresent()) {
            return running.get();
        }
        try (RunningBridge bridge = RunningBridge.openOnly(config())) {
            Asker asker = new Asker("local " + System.getProperty("user.name", "user"), Role.APPROVER, "en");
            Map<String, Object> answer = bridge.office().answer(name, isChange, new Question(question), asker);
            return LocalDoor.read(new String(JSON.write(answer), StandardCharsets.UTF_8));
        }
    }

    /** Asks about each id; of one that cannot be changed that is told, and the others are changed all the same. */
    int askEach(String name, List<String> ids, Function<String, Map<String, String>> question, String done) {
        long changed = 0;
        boolean isWrong = false;
        for (String id : ids) {
            try {
                changed += changed(ask(name, true, question.apply(id)));
            } catch (OfficeException e) {
                if (!e.isAboutWhatWasNamed()) {
                    throw e;
                }
                isWrong = true;
                spec.commandLine().getErr().println("mostik-bridge: " + e.getMessage());
            }
        }
        out().println(changed + " " + done);
        return isWrong ? Main.WRONG : 0;
    }

    static long changed(Json answer) {
        return answer.get("changed").wholeNumber().orElse(0L);
    }

    /** Asks the running program; empty if none runs. */
    Optional<Json> askRunning(String name, boolean isChange, Map<String, String> question) {
        return LocalDoor.find(file).flatMap(door -> askRunning(door, name, isChange, question));
    }

    private static Optional<Json> askRunning(
            LocalDoor door, String name, boolean isChange, Map<String, String> question) {
        StringBuilder query = new StringBuilder();
        if (!isChange) {
            question.forEach((key, value) -> query.append(query.isEmpty() ? '?' : '&')
                    .append(key)
                    .append('=')
                    .append(java.net.URLEncoder.encode(value, StandardCharsets.UTF_8)));
        }
        URI uri = URI.create(door.page() + "/api/" + name + query);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", "Bearer " + door.key().reveal());
        if (isChange) {
            request.header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(LocalDoor.body(question)));
        }
        return door.send(request.build()).flatMap(Verb::read);
    }

    /** Returns the answer; empty if it comes from another program, which has the port now. */
    private static Optional<Json> read(HttpResponse<String> answer) {
        Json body;
        try {
            body = LocalDoor.read(answer.body());
        } catch (JsonException e) {
            return Optional.empty();
        }
        if (answer.statusCode() != 200) {
            throw new OfficeException(
                    answer.statusCode(), body.get("message").text().orElse("it was refused"));
        }
        return Optional.of(body);
    }

    /** Writes intents, a line each. */
    void print(Json intents) {
        intents.elements()
                .forEach(intent -> out().printf(
                                "%s  %-9s  %s  %s  %s%s  %s%n",
                                text(intent, "id"),
                                text(intent, "state"),
                                text(intent, "acceptedAt"),
                                text(intent, "action"),
                                text(intent, "base") + "/" + text(intent, "document"),
                                text(intent, "line").isEmpty() ? "" : "/" + text(intent, "line"),
                                text(intent, "message")));
    }

    void printJson(Json json) {
        out().println(new String(JSON.write(json), StandardCharsets.UTF_8));
    }

    static String text(Json json, String name) {
        return json.get(name).text().orElse("");
    }
}
