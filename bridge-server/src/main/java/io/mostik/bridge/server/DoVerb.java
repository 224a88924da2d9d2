package io.mostik.bridge.server;

import io.mostik.bridge.server.config.BridgeConfig;
import io.mostik.bridge.server.config.CallerSettings;
import io.mostik.core.json.Json;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks the running program for one action, as a base would. */
@Command(
        name = "do",
        description = "Does one action by the gateway of the running program, as a base would.",
        mixinStandardHelpOptions = true)
final class DoVerb extends Verb {

    private static final int REFUSED = 400;

    @Parameters(index = "0", paramLabel = "ACTION", description = "such as cards.limit.grant")
    private String action = "";

    @Parameters(index = "1..*", paramLabel = "NAME=VALUE", description = "fields of the action")
    private Map<String, String> fields = new LinkedHashMap<>();

    @Option(names = "--base", paramLabel = "NAME", description = "in whose name; the only base unless given")
    private String base = "";

    @Option(names = "--document", paramLabel = "ID", description = "a new one unless given; the same one is done once")
    private String document = "";

    @Override
    public Integer call() {
        BridgeConfig config = config();
        CallerSettings asking = config.bases().stream()
                .filter(each -> base.isEmpty()
                        ? config.bases().size() == 1
                        : each.name().equals(base))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--base is one of "
                        + config.bases().stream().map(CallerSettings::name).toList()));
        Map<String, String> body = new LinkedHashMap<>(fields);
        body.put("document", document.isEmpty() ? UUID.randomUUID().toString() : document);
        HttpResponse<String> answer = LocalDoor.find(file())
                .flatMap(door -> door.send(request(door, asking, body)))
                .orElseThrow(() -> new IllegalArgumentException("the program does not run"));
        out().println(answer.body());
        Json json = LocalDoor.read(answer.body());
        if (text(json, "next_step").equals("person")) {
            return Main.PERSON;
        }
        return answer.statusCode() >= REFUSED ? Main.FAILED : 0;
    }

    private HttpRequest request(LocalDoor door, CallerSettings asking, Map<String, String> body) {
        return HttpRequest.newBuilder(door.gateway().resolve("/v1/actions/" + action))
                .timeout(Duration.ofSeconds(60))
                .header(
                        "Authorization",
                        "Bearer " + asking.keys().get(0).value().reveal())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(LocalDoor.body(body)))
                .build();
    }
}
