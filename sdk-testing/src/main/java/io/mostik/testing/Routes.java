package io.mostik.testing;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A vendor's handler made of one handler a verb and path. The first route that fits wins. An unknown path is answered with
 * an empty 404 and a known path with another verb by an empty 405 with {@code Allow}, unless said otherwise.
 */
public final class Routes implements RequestHandler {

    private final List<Route> routes = new ArrayList<>();
    private Answer error = Answer.json(400, Map.of("error", "simulated"));
    private RequestHandler unknownPath = request -> Answer.empty(404);
    private RequestHandler wrongMethod =
            request -> Answer.empty(405).with("Allow", String.join(", ", methods(request)));

    /** Makes a handler that knows no path yet. */
    public Routes() {}

    /** Adds a route; the template is a path such as {@code /orders/{id}}. */
    public Routes on(String method, String template, Handler handler) {
        routes.add(new Route(method, template, handler));
        return this;
    }

    /** Sets the answer to a path that no route has. */
    public Routes unknownPath(RequestHandler answer) {
        this.unknownPath = answer;
        return this;
    }

    /** Sets the answer to a known path with another verb. */
    public Routes wrongMethod(RequestHandler answer) {
        this.wrongMethod = answer;
        return this;
    }

    /** Sets how this vendor reports an error, for answers that are mutated. */
    public Routes errors(Answer answer) {
        this.error = requireNonNull(answer, "answer");
        return this;
    }

    @Override
    public Answer error(RecordedRequest request) {
        return error;
    }

    @Override
    public Answer answer(RecordedRequest request) throws Exception {
        for (Route route : routes) {
            Optional<Map<String, String>> variables = request.match(route.template);
            if (variables.isPresent() && route.method.equals(request.method())) {
                return route.handler.answer(request, variables.get());
            }
        }
        return methods(request).isEmpty() ? unknownPath.answer(request) : wrongMethod.answer(request);
    }

    private Set<String> methods(RecordedRequest request) {
        Set<String> methods = new TreeSet<>();
        for (Route route : routes) {
            if (request.match(route.template).isPresent()) {
                methods.add(route.method);
            }
        }
        return methods;
    }

    /** Answers the requests of one route. */
    @FunctionalInterface
    public interface Handler {

        /** Returns the answer; the map holds the path's variables, decoded, by name. */
        Answer answer(RecordedRequest request, Map<String, String> path) throws Exception;
    }

    private record Route(String method, String template, Handler handler) {}
}
