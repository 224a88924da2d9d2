package io.mostik.testing.program;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.AnswerMutation;
import io.mostik.testing.AnswerMutator;
import io.mostik.testing.FaultInjector;
import io.mostik.testing.Simulator;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        FaultInjector.Setting on(FaultInjector faults, Given given);
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
        dials.put("slowBody", (faults, given) -> faults.slowBody(duration(given, Duration.ofMillis(50))));
        dials.put("delay", (faults, given) -> faults.delay(duration(given, Duration.ofSeconds(2))));
        dials.put("actLater", (faults, given) -> faults.actLater(duration(given, Duration.ofMinutes(1))));
        dials.put(
                "stallThenActLater",
                (faults, given) -> faults.stallThenActLater(duration(given, Duration.ofMinutes(1))));
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
        return given.has("mutation")
                ? hostile(simulator.answers(), Given.of(given, HOSTILE))
                : fault(simulator.faults(), Given.of(given, FAULT));
    }

    private static Map<String, Object> fault(FaultInjector faults, Given given) {
        String name = given.text("fault").orElse("");
        if (!FAULTS.containsKey(name)) {
            throw Refused.invalid("No fault " + name + ", but " + names());
        }
        int times = times(given);
        boolean narrowed = narrowed(given);
        FaultInjector.Setting setting = FAULTS.getOrDefault(name, (each, unused) -> each.garbage())
                .on(faults, given)
                .times(times);
        if (narrowed) {
            FaultInjector.Setting unusedSetting = setting.on(given.verb(), given.path());
        }
        return Map.of("fault", name, "times", times);
    }

    private static Map<String, Object> hostile(AnswerMutator answers, Given given) {
        String name = given.text("mutation").orElse("");
        if (!mutations().contains(name)) {
            throw Refused.invalid("No mutation " + name + ", but " + mutations());
        }
        int times = times(given);
        boolean narrowed = narrowed(given);
        boolean always = given.flag("always");
        String property = given.text("property").orElse("");
        Optional<String> at = given.text("at").map(FaultDials::pointer);
        long seed = given.number("seed", 0, Long.MAX_VALUE, "a whole number").orElse(0L);
        AnswerMutator.Setting setting = answers.apply(AnswerMutation.valueOf(name))
                .times(times)
                .seed(seed)
                .property(property);
        if (always) {
            setting = setting.always();
        }
        if (at.isPresent()) {
            setting = setting.at(at.get());
        }
        if (narrowed) {
            AnswerMutator.Setting unusedSetting = setting.on(given.verb(), given.path());
        }
        return Map.of("mutation", name, "times", times);
    }

    private static String pointer(String text) {
        if (!text.isEmpty() && !text.startsWith("/")) {
            throw Refused.invalid("at is a JSON pointer such as /data/0/id, not " + text);
        }
        return text;
    }

    private static boolean narrowed(Given given) {
        if (given.verb().isEmpty() != given.path().isEmpty()) {
            throw Refused.invalid("method and path go together");
        }
        return !given.verb().isEmpty();
    }

    private static int times(Given given) {
        return given.number("times", 1, 999_999, "a number from 1").orElse(1L).intValue();
    }

    private static int status(Given given) {
        return given.number("status", 200, 599, "from 200 to 599").orElse(503L).intValue();
    }

    private static Answer answer(Given given) {
        JsonNode body = given.node("body");
        if (body.isMissingNode()) {
            return Answer.empty(status(given));
        }
        return body.isTextual() ? Answer.text(status(given), body.textValue()) : Answer.json(status(given), body);
    }

    private static Duration duration(Given given, Duration otherwise) {
        return given.duration("duration").orElse(otherwise);
    }
}
