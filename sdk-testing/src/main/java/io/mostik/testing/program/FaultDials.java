package io.mostik.testing.program;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.AnswerMutation;
import io.mostik.testing.AnswerMutator;
import io.mostik.testing.FaultInjector;
import io.mostik.testing.Simulator;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Faults and hostile answers by name. */
final class FaultDials {

    private static final Set<String> FAULT = Set.of("fault", "status", "body", "duration", "times", "method", "path");
    private static final Set<String> HOSTILE =
            Set.of("mutation", "property", "at", "seed", "times", "always", "method", "path");

    private static final Map<String, Dial> FAULTS = faults();

    private FaultDials() {}

    /** Sets one fault. */
    @FunctionalInterface
    private interface Dial {
        FaultInjector.Setting on(FaultInjector faults, JsonNode given);
    }

    private static Map<String, Dial> faults() {
        Map<String, Dial> dials = new LinkedHashMap<>();
        dials.put("answer", (faults, given) -> faults.answer(answer(given)));
        dials.put("garbage", (faults, given) -> faults.garbage());
        dials.put("notHttp", (faults, given) -> faults.notHttp());
        dials.put("stall", (faults, given) -> faults.stall());
        dials.put("dropBeforeActing", (faults, given) -> faults.dropBeforeActing());
        dials.put("resetBeforeActing", (faults, given) -> faults.resetBeforeActing());
        dials.put("actThenDrop", (faults, given) -> faults.actThenDrop());
        dials.put("actThenReset", (faults, given) -> faults.actThenReset());
        dials.put("actThenAnswer", (faults, given) -> faults.actThenAnswer(status(given)));
        dials.put("actThenStall", (faults, given) -> faults.actThenStall());
        dials.put("cutBody", (faults, given) -> faults.cutBody());
        dials.put("slowBody", (faults, given) -> faults.slowBody(duration(given, "PT0.05S")));
        dials.put("delay", (faults, given) -> faults.delay(duration(given, "PT2S")));
        dials.put("actLater", (faults, given) -> faults.actLater(duration(given, "PT1M")));
        dials.put("stallThenActLater", (faults, given) -> faults.stallThenActLater(duration(given, "PT1M")));
        return dials;
    }

    /** Returns the names of all faults. */
    static List<String> names() {
        return List.copyOf(FAULTS.keySet());
    }

    /** Returns the names of all hostile answers. */
    static List<String> mutations() {
        return Stream.of(AnswerMutation.values()).map(Enum::name).toList();
    }

    static Map<String, Object> set(Simulator simulator, JsonNode given) {
        return given.has("mutation") ? hostile(simulator.answers(), given) : fault(simulator.faults(), given);
    }

    private static Map<String, Object> fault(FaultInjector faults, JsonNode given) {
        check(given, FAULT);
        String name = given.path("fault").asText();
        if (!FAULTS.containsKey(name)) {
            throw Refused.invalid("No fault " + name + ", but " + names());
        }
        int times = times(given);
        boolean narrowed = narrowed(given);
        FaultInjector.Setting setting = FAULTS.getOrDefault(name, (each, unused) -> each.garbage())
                .on(faults, given)
                .times(times);
        if (narrowed) {
            FaultInjector.Setting unusedSetting =
                    setting.on(given.path("method").asText(), given.path("path").asText());
        }
        return Map.of("fault", name, "times", times);
    }

    private static Map<String, Object> hostile(AnswerMutator answers, JsonNode given) {
        check(given, HOSTILE);
        String name = given.path("mutation").asText();
        if (!mutations().contains(name)) {
            throw Refused.invalid("No mutation " + name + ", but " + mutations());
        }
        int times = times(given);
        boolean narrowed = narrowed(given);
        AnswerMutator.Setting setting = answers.apply(AnswerMutation.valueOf(name))
                .times(times)
                .seed(given.path("seed").asLong(0))
                .property(given.path("property").asText(""));
        if (given.path("always").asBoolean(false)) {
            setting = setting.always();
        }
        if (given.has("at")) {
            setting = setting.at(given.path("at").asText());
        }
        if (narrowed) {
            AnswerMutator.Setting unusedSetting =
                    setting.on(given.path("method").asText(), given.path("path").asText());
        }
        return Map.of("mutation", name, "times", times);
    }

    private static void check(JsonNode given, Set<String> names) {
        given.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                throw Refused.invalid("Unknown " + name + "; known are "
                        + names.stream().sorted().toList());
            }
        });
    }

    private static boolean narrowed(JsonNode given) {
        if (given.has("method") != given.has("path")) {
            throw Refused.invalid("method and path go together");
        }
        return given.has("method");
    }

    private static int times(JsonNode given) {
        String text = given.path("times").asText("1");
        if (!text.matches("[1-9]\\d{0,5}")) {
            throw Refused.invalid("times is a number from 1, not " + text);
        }
        return Integer.parseInt(text);
    }

    private static int status(JsonNode given) {
        int status = given.path("status").asInt(503);
        if (status < 200 || status > 599) {
            throw Refused.invalid("status is from 200 to 599, not " + status);
        }
        return status;
    }

    private static Answer answer(JsonNode given) {
        JsonNode body = given.path("body");
        if (body.isMissingNode()) {
            return Answer.empty(status(given));
        }
        return body.isTextual() ? Answer.text(status(given), body.textValue()) : Answer.json(status(given), body);
    }

    private static Duration duration(JsonNode given, String otherwise) {
        String text = given.path("duration").asText(otherwise);
        try {
            Duration duration = Duration.parse(text);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            throw new Refused(422, "duration is such as PT2S, not " + text);
        }
        throw Refused.invalid("duration is not negative, as " + text + " is");
    }
}
