package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One request being read: collects what is wrong with it, and what nobody asked for. */
final class RequestReader {

    private final RecordedRequest request;
    private final Map<String, String> path;
    private final Dialect dialect;
    private final ArrayStyle arrays;
    private final Map<String, List<String>> problems = new LinkedHashMap<>();
    private final Set<String> understood = new TreeSet<>(Set.of("token"));
    private final Set<String> ignored = new TreeSet<>();
    private Set<String> deafTo = Set.of();

    RequestReader(RecordedRequest request, Map<String, String> path, Dialect dialect, ArrayStyle arrays) {
        this.request = request;
        this.path = path;
        this.dialect = dialect;
        this.arrays = arrays;
    }

    RequestReader deafTo(Set<String> parameters) {
        deafTo = parameters;
        return this;
    }

    Dialect dialect() {
        return dialect;
    }

    /** Returns an id out of the path; what is no number is not found. */
    long id(String variable) {
        String text = path.getOrDefault(variable, "");
        if (!text.matches("\\d{1,18}")) {
            throw Refusals.notFound();
        }
        return Long.parseLong(text);
    }

    /** Returns a parameter that has one value. */
    Optional<String> one(String name) {
        understood.add(name);
        return request.query(name);
    }

    /** Returns a parameter that has one value of these. */
    Optional<String> choice(String name, Set<String> allowed) {
        Optional<String> value = one(name);
        if (value.isPresent() && !allowed.contains(value.get())) {
            problem(name, "must be one of " + new TreeSet<>(allowed));
            return Optional.empty();
        }
        return value;
    }

    List<String> texts(String name) {
        String parameter = arrays.parameter(name);
        if (deafTo.contains(name)) {
            return List.of();
        }
        understood.add(parameter);
        return request.queries(parameter);
    }

    List<Long> ids(String name) {
        List<Long> ids = new ArrayList<>();
        for (String text : texts(name)) {
            if (text.matches("\\d{1,18}")) {
                ids.add(Long.parseLong(text));
            } else {
                problem(name, "must hold integers");
            }
        }
        return ids;
    }

    /** Returns none, the lower bound, or both bounds. */
    List<Instant> range(String name) {
        List<Instant> bounds = new ArrayList<>();
        for (String text : texts(name)) {
            dialect.instant(text)
                    .ifPresentOrElse(bounds::add, () -> problem(name, "does not match the expected format"));
        }
        if (bounds.size() > 2) {
            problem(name, "takes one or two values");
        }
        return bounds;
    }

    int page() {
        String text = one("page").orElse("1");
        if (!text.matches("[1-9]\\d{0,8}")) {
            problem("page", "must be a positive integer");
            return 1;
        }
        return Integer.parseInt(text);
    }

    /** Returns the known fields of the body that are right; a null is kept unless the field is required. */
    ObjectNode body(Fields known, Set<String> required) {
        ObjectNode accepted = Shape.object();
        JsonNode sent = request.json();
        if (!sent.isObject()) {
            problem("body", "must be a JSON object");
            return accepted;
        }
        sent.properties().forEach(field -> {
            Optional<Kind> kind = known.kind(field.getKey());
            boolean cleared = field.getValue().isNull() && !required.contains(field.getKey());
            if (kind.isEmpty()) {
                ignored.add("body " + field.getKey());
            } else if (cleared || kind.get().fits(field.getValue())) {
                accepted.set(field.getKey(), field.getValue());
            } else {
                problem(field.getKey(), kind.get().complaint());
            }
        });
        required.stream().filter(name -> !sent.hasNonNull(name)).sorted().forEach(name -> problem(name, "is required"));
        return accepted;
    }

    void problem(String field, String complaint) {
        problems.computeIfAbsent(field, key -> new ArrayList<>()).add(complaint);
    }

    /** Refuses the request if anything was wrong with it; called before anything is done. */
    void check() {
        if (!problems.isEmpty()) {
            throw new Refusal(dialect.invalid(problems));
        }
    }

    /** Returns the parameters and fields that had no effect, each with verb and path. */
    List<String> ignored() {
        Set<String> names = new TreeSet<>(ignored);
        request.queryNames().stream().filter(name -> !understood.contains(name)).forEach(names::add);
        return names.stream()
                .map(name -> request.method() + " " + request.path() + " " + name)
                .toList();
    }
}
