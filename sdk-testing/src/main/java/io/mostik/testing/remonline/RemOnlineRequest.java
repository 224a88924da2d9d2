package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Refusal;
import io.mostik.testing.internal.RequestReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongPredicate;

/** Validates one request: collects its errors, and unknown properties. */
final class RemOnlineRequest extends RequestReader {

    private static final String TOKEN = "token";

    private final Account account;
    private final Dialect dialect;
    private final Habits habits;
    private final Map<String, List<String>> problems = new LinkedHashMap<>();
    private final Set<String> understood = new TreeSet<>(Set.of(TOKEN));
    private final Set<String> ignored = new TreeSet<>();

    RemOnlineRequest(
            RecordedRequest request, Map<String, String> path, Account account, Dialect dialect, Habits habits) {
        super(request, path, dialect);
        this.account = account;
        this.dialect = dialect;
        this.habits = habits;
    }

    /**
     * What no document says of lists.
     *
     * @param arrays how several values of a filter are written
     * @param deafTo filters without effect
     * @param mostRows so many a page at most where more are asked for; 50 where {@code limit} has no effect
     * @param sortsEverything whether each list can be sorted by the last change
     */
    record Habits(ArrayStyle arrays, Set<String> deafTo, int mostRows, boolean sortsEverything) {}

    boolean sortsEverything() {
        return habits.sortsEverything();
    }

    Dialect dialect() {
        return dialect;
    }

    /** Returns the id that the path gives. */
    long id() {
        return id("id");
    }

    @Override
    public Optional<String> query(String name) {
        understood.add(name);
        return super.query(name);
    }

    /** Returns a parameter that has one value of these. */
    Optional<String> choice(String name, Set<String> allowed) {
        return query(name, allowed::contains, "must be one of " + new TreeSet<>(allowed));
    }

    List<String> texts(String name) {
        String parameter = habits.arrays().parameter(name);
        if (habits.deafTo().contains(name)) {
            return List.of();
        }
        understood.add(parameter);
        return request().queries(parameter);
    }

    List<Long> ids(String name) {
        return texts(name).stream()
                .filter(text -> require(name, text.matches("\\d{1,18}"), "must hold integers"))
                .map(Long::valueOf)
                .toList();
    }

    /** Returns none, the lower bound, or both bounds. */
    List<Instant> range(String name) {
        List<Instant> bounds = new ArrayList<>();
        for (String text : texts(name)) {
            dialect.instant(text)
                    .ifPresentOrElse(bounds::add, () -> problem(name, "does not match the expected format"));
        }
        require(name, bounds.size() <= 2, "takes one or two values");
        return bounds;
    }

    int page() {
        return query("page", text -> text.matches("[1-9]\\d{0,8}"), "must be a positive integer")
                .map(Integer::valueOf)
                .orElse(1);
    }

    /** Returns how many rows a page of this list has. */
    int rowsAPage() {
        boolean heeded = dialect == Dialect.V2 && habits.mostRows() > Sheet.PAGE;
        return heeded
                ? query("limit", text -> text.matches("[1-9]\\d{0,3}"), "must be a positive integer")
                        .map(Integer::valueOf)
                        .map(rows -> Math.min(rows, habits.mostRows()))
                        .orElse(Sheet.PAGE)
                : Sheet.PAGE;
    }

    /** Returns the known fields of the body that are right; refuses the request if anything was wrong with it. */
    ObjectNode checked(Fields known) {
        ObjectNode body = body(known);
        check();
        return body;
    }

    /** Returns the known fields of the body that are right; a null is kept unless the field is required. */
    ObjectNode body(Fields known) {
        ObjectNode accepted = Shape.object();
        JsonNode sent = dialect == Dialect.V1
                ? FormBody.orJson(request(), known)
                : request().json();
        if (!require("body", sent.isObject(), "must be a JSON object")) {
            return accepted;
        }
        sent.properties().forEach(field -> {
            String name = field.getKey();
            boolean token = dialect == Dialect.V1 && name.equals(TOKEN);
            Optional<Kind> kind =
                    Optional.ofNullable(token ? Kind.TEXT : known.kinds().get(name));
            boolean cleared = field.getValue().isNull() && !known.required().contains(name);
            if (kind.isEmpty()) {
                ignored.add("body " + name);
            } else if (!cleared && !kind.get().fits(field.getValue())) {
                problem(name, kind.get().complaint());
            } else if (!token) {
                accepted.set(name, field.getValue());
            }
        });
        known.required().stream()
                .filter(name -> !sent.hasNonNull(name))
                .sorted()
                .forEach(name -> problem(name, "is required"));
        refer(accepted, known.references());
        return accepted;
    }

    /** Complains about each of these references that names something that is not there. */
    void refer(JsonNode body, List<String> references) {
        references.forEach(field -> exists(body, field, id -> account.has(field, id)));
    }

    /** Complains about a field that names something that is not there. */
    void exists(JsonNode body, String field, LongPredicate known) {
        require(field, !body.hasNonNull(field) || known.test(body.path(field).asLong()), "does not exist");
    }

    /** Complains about fields that a change clears although they have to be there. */
    void refuseCleared(JsonNode body, Set<String> required) {
        required.forEach(field -> require(field, !body.path(field).isNull(), "is required"));
    }

    @Override
    protected void problem(String field, String complaint) {
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
        request().queryNames().stream()
                .filter(name -> !understood.contains(name))
                .forEach(names::add);
        return names.stream()
                .map(name -> request().method() + " " + request().path() + " " + name)
                .toList();
    }
}
