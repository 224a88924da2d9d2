package io.mostik.testing.remonline;

import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The endpoints of one generation. */
final class Endpoints {

    private final Routes routes = new Routes().unknownPath(request -> Refusals.notFoundAnswer());
    private final List<String> names = new ArrayList<>();
    private final Account account;
    private final Dialect dialect;
    private final Supplier<ArrayStyle> arrays;
    private final Supplier<Set<String>> deafTo;

    Endpoints(Account account, Dialect dialect, Supplier<ArrayStyle> arrays, Supplier<Set<String>> deafTo) {
        this.account = account;
        this.dialect = dialect;
        this.arrays = arrays;
        this.deafTo = deafTo;
    }

    Endpoints on(String method, String template, Endpoint endpoint) {
        names.add(method + " " + template);
        routes.on(method, template, (request, path) -> play(endpoint, request, path));
        return this;
    }

    /** Returns verb and path of each. */
    List<String> names() {
        return names;
    }

    Answer answer(RecordedRequest request) throws Exception {
        return routes.answer(request);
    }

    private Answer play(Endpoint endpoint, RecordedRequest request, Map<String, String> path) {
        RequestReader ask = new RequestReader(request, path, dialect, arrays.get()).deafTo(deafTo.get());
        try {
            return endpoint.answer(ask);
        } finally {
            account.noteIgnored(ask.ignored());
        }
    }

    /** Answers what was asked. */
    @FunctionalInterface
    interface Endpoint {

        Answer answer(RequestReader ask);
    }
}
