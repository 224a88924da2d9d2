package io.mostik.testing.program;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;

/** Whether a state file can be played at all; asked before the vendor is touched. */
final class StateCheck {

    private static final Duration LONGEST = Duration.ofDays(36_525);

    private StateCheck() {}

    /** Refuses a file that is wrong, with the place where it is. */
    static void check(JsonNode file, int hosts) {
        Instant start = instant(file, "start");
        time(start, instant(file, "now"), "now");
        if (!file.path("events").isArray()) {
            throw Refused.invalid("events is a list");
        }
        int number = 0;
        for (JsonNode event : file.path("events")) {
            number++;
            try {
                time(start, instant(event, "at"), "at");
                event(event, hosts);
            } catch (Refused refused) {
                throw new Refused(refused.status(), "Event " + number + ": " + refused.why());
            }
        }
    }

    private static void time(Instant start, Instant moment, String name) {
        if (moment.isBefore(start) || moment.isAfter(start.plus(LONGEST))) {
            throw Refused.invalid(name + " lies from the start to a hundred years later, not at " + moment);
        }
    }

    private static void event(JsonNode event, int hosts) {
        if (event.has("action")) {
            need(event.path("action").isTextual(), "action is a name");
            need(event.path("with").isMissingNode() || event.path("with").isObject(), "with is an object");
            return;
        }
        int host = event.path("host").asInt(-1);
        need(host >= 0 && host < hosts, "host is from 0 to " + (hosts - 1));
        need(event.path("method").asText().matches("[A-Z]+"), "method is a verb in capitals");
        need(isTarget(event.path("target").asText()), "target is a path with its query");
        need(isBase64(event.path("body").asText()), "body is in base64");
        event.path("headers")
                .properties()
                .forEach(header -> need(
                        header.getKey().matches("[\\w-]+")
                                && header.getValue().asText().matches("[^\\r\\n]*"),
                        "headers are names with one line of text each"));
    }

    private static void need(boolean right, String otherwise) {
        if (!right) {
            throw Refused.invalid(otherwise);
        }
    }

    private static boolean isTarget(String target) {
        try {
            return target.startsWith("/")
                    && URI.create("http://127.0.0.1" + target).getRawPath() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isBase64(String body) {
        try {
            byte[] unusedBytes = Base64.getDecoder().decode(body);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static Instant instant(JsonNode node, String name) {
        try {
            return Instant.parse(node.path(name).asText());
        } catch (DateTimeParseException e) {
            throw new Refused(422, "Not a time: " + name + " " + node.path(name).asText());
        }
    }
}
