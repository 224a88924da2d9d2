package io.mostik.testing.internal;

import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.RequestHandler;
import io.mostik.testing.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** The endpoints of a vendor, by verb and path such as {@code /orders/{id}}. The first that fits wins. */
public final class Endpoints<R extends RequestReader> {

    private final BiFunction<RecordedRequest, Map<String, String>, R> reader;
    private final Routes routes = new Routes();
    private final List<String> names = new ArrayList<>();

    /** Makes endpoints whose requests are read so. */
    public Endpoints(BiFunction<RecordedRequest, Map<String, String>, R> reader) {
        this.reader = reader;
    }

    /** Adds an endpoint that is read. */
    public Endpoints<R> get(String template, Endpoint<R> endpoint) {
        return on("GET", template, endpoint);
    }

    /** Adds an endpoint that is posted to. */
    public Endpoints<R> post(String template, Endpoint<R> endpoint) {
        return on("POST", template, endpoint);
    }

    /** Adds an endpoint that is put to. */
    public Endpoints<R> put(String template, Endpoint<R> endpoint) {
        return on("PUT", template, endpoint);
    }

    /** Adds an endpoint that changes a part. */
    public Endpoints<R> patch(String template, Endpoint<R> endpoint) {
        return on("PATCH", template, endpoint);
    }

    /** Adds an endpoint that deletes. */
    public Endpoints<R> delete(String template, Endpoint<R> endpoint) {
        return on("DELETE", template, endpoint);
    }

    /** Adds an endpoint with any verb. */
    public Endpoints<R> on(String method, String template, Endpoint<R> endpoint) {
        names.add(method + " " + template);
        routes.on(method, template, (request, path) -> endpoint.answer(reader.apply(request, path)));
        return this;
    }

    /** Sets the answer to a path that no endpoint has; an empty 404 unless set. */
    public Endpoints<R> unknownPath(RequestHandler answer) {
        routes.unknownPath(answer);
        return this;
    }

    /** Returns verb and path of each, in their order. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /** Returns the answer of the endpoint that fits. */
    public Answer answer(RecordedRequest request) throws Exception {
        return routes.answer(request);
    }

    /** Answers one request. */
    @FunctionalInterface
    public interface Endpoint<R> {

        /** Returns the answer, or refuses. */
        Answer answer(R ask);
    }
}
