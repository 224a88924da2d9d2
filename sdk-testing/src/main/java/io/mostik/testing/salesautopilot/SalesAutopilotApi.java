package io.mostik.testing.salesautopilot;

import static java.util.Objects.requireNonNull;

import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Refusal;
import io.mostik.testing.RequestHandler;
import io.mostik.testing.Routes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The vendor's door: counts each request, asks for the pair and lets one request in at a time. */
final class SalesAutopilotApi implements RequestHandler {

    private static final String SECOND = "/v2/";
    private static final String LOGIN = SECOND + "access-token";

    private final Account account;
    private final CallMeter meter;
    private final InFlight inFlight = new InFlight(this::credential);
    private final List<RefusedVerb> refusedVerbs = new CopyOnWriteArrayList<>();
    private final VersionRoutes surface;
    private final Routes routes;
    private final Routes second;
    private volatile Pair pair = new Pair("demo-key", "demo-password");
    private volatile boolean parallelRefused = true;
    private volatile boolean errorsAreOk;

    SalesAutopilotApi(Account account, VersionRoutes surface, Routes routes, CallMeter meter) {
        this.account = account;
        this.meter = meter;
        this.surface = surface;
        this.routes = routes;
        this.second = surface.secondVersion();
    }

    void errorsAreOk(boolean ok) {
        errorsAreOk = ok;
    }

    void credentials(String username, String password) {
        pair = new Pair(requireNonNull(username, "username"), requireNonNull(password, "password"));
    }

    String username() {
        return pair.username;
    }

    String password() {
        return pair.password;
    }

    void parallelRefused(boolean refused) {
        parallelRefused = refused;
    }

    void refuseVerb(String verb, String pathOrTemplate) {
        refusedVerbs.add(new RefusedVerb(verb, pathOrTemplate));
    }

    @Override
    public void arrived(RecordedRequest request) {
        meter.add(1);
        inFlight.arrived(request);
    }

    @Override
    public void left(RecordedRequest request) {
        inFlight.left(request);
    }

    @Override
    public Answer answer(RecordedRequest request) throws Exception {
        refuseIfParallel(request);
        return isSecond(request) ? second(request) : first(request);
    }

    @Override
    public Answer error(RecordedRequest request) {
        return isSecond(request)
                ? Refusals.invalid("id").answer()
                : Refusals.wrongParameters("id").answer();
    }

    private Answer first(RecordedRequest request) throws Exception {
        if (!isPair(request.basicUser(), request.basicPassword())) {
            throw Refusals.unauthorized();
        }
        refuseVerb(request);
        synchronized (account) {
            return routes.answer(request);
        }
    }

    private Answer second(RecordedRequest request) throws Exception {
        if (request.path().equals(LOGIN)) {
            return logIn(request);
        }
        try {
            surface.tokens.admit(request);
            refuseVerb(request);
            synchronized (account) {
                return second.answer(request);
            }
        } catch (Refusal refusal) {
            return errorsAreOk && isCoded(refusal.answer()) ? withStatus200(refusal.answer()) : refusal.answer();
        }
    }

    private Answer logIn(RecordedRequest request) {
        if (!request.method().equals("POST")) {
            throw Refusals.methodNotAllowed();
        }
        if (!isPair(text(request, "username"), text(request, "password"))) {
            return Answer.json(401, Map.of("message", "Unauthorized"));
        }
        return Answer.json(200, Map.of("token", surface.tokens.issue()));
    }

    private void refuseIfParallel(RecordedRequest request) {
        if (parallelRefused && inFlight.overlaps(request)) {
            throw Refusals.parallel();
        }
    }

    private void refuseVerb(RecordedRequest request) {
        if (refusedVerbs.stream().anyMatch(refused -> refused.fits(request))) {
            throw Refusals.methodNotAllowed();
        }
    }

    private boolean isPair(Optional<String> username, Optional<String> password) {
        Pair expected = pair;
        return username.equals(Optional.of(expected.username)) && password.equals(Optional.of(expected.password));
    }

    /** Both versions belong to one key pair; whoever has another one is somebody else. */
    private String credential(RecordedRequest request) {
        boolean ofPair = isPair(request.basicUser(), request.basicPassword())
                || request.bearer().filter(surface.tokens::isKnown).isPresent()
                || (request.path().equals(LOGIN) && isPair(text(request, "username"), text(request, "password")));
        return ofPair ? "the pair" : request.header("Authorization").orElse("");
    }

    private static Optional<String> text(RecordedRequest request, String name) {
        return Optional.ofNullable(request.json().path(name).textValue());
    }

    private static boolean isCoded(Answer answer) {
        return answer.headers().getOrDefault("Content-Type", List.of()).contains("application/json");
    }

    private static Answer withStatus200(Answer answer) {
        return new Answer(200, answer.headers(), answer.body());
    }

    private static boolean isSecond(RecordedRequest request) {
        return request.path().startsWith(SECOND);
    }

    /** The two halves of an API key. */
    private record Pair(String username, String password) {}

    /** A verb that this account's server does not take, whatever others say. */
    private record RefusedVerb(String verb, String template) {

        boolean fits(RecordedRequest request) {
            return request.method().equals(verb) && request.match(template).isPresent();
        }
    }
}
