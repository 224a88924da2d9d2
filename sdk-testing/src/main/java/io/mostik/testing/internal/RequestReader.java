package io.mostik.testing.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.RecordedRequest;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads the parts of one request; what does not fit is refused in the vendor's words. */
public class RequestReader {

    private static final String BODY = "body";

    private final RecordedRequest request;
    private final Map<String, String> path;
    private final Refusals refusals;

    /** Makes a reader of a request whose path has these variables. */
    public RequestReader(RecordedRequest request, Map<String, String> path, Refusals refusals) {
        this.request = request;
        this.path = path;
        this.refusals = refusals;
    }

    /** Returns the request itself. */
    public final RecordedRequest request() {
        return request;
    }

    /** Returns whether the endpoint's path has this variable. */
    public final boolean hasPath(String variable) {
        return path.containsKey(variable);
    }

    /** Returns a variable of the path, decoded. */
    public final String path(String variable) {
        return path.getOrDefault(variable, "");
    }

    /** Returns an id out of the path; what is no number names nothing. */
    public final long id(String variable) {
        if (!path(variable).matches("\\d{1,18}")) {
            throw refusals.unknown(variable);
        }
        return Long.parseLong(path(variable));
    }

    /** Returns the first value of a query parameter. */
    public Optional<String> query(String name) {
        return request.query(name);
    }

    /** Returns a query parameter, if it is there and right. */
    public final Optional<String> query(String name, Predicate<String> right, String rule) {
        Optional<String> value = query(name);
        return value.isPresent() && !require(name, right.test(value.get()), rule) ? Optional.empty() : value;
    }

    /** Returns the body, which has to be a JSON object. */
    public JsonNode object() {
        require(BODY, request.json().isObject(), "expected a JSON object");
        return request.json();
    }

    /** Returns the body, which has to be a JSON array. */
    public final JsonNode array() {
        require(BODY, request.json().isArray(), "expected a JSON array");
        return request.json();
    }

    /** Returns whether a value is right, for a vendor that does not say what is wrong with it. */
    public final boolean require(String name, boolean right) {
        return require(name, right, "is not valid");
    }

    /** Returns whether a value is right, unless it refuses the request at once. */
    public final boolean require(String name, boolean right, String rule) {
        if (!right) {
            problem(name, rule);
        }
        return right;
    }

    /** Refuses a value that breaks a rule; a vendor that names all that is wrong collects it instead. */
    protected void problem(String name, String rule) {
        throw refusals.invalid(name, rule);
    }
}
