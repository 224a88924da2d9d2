package io.mostik.testing.salesautopilot;

import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Refusal;
import io.mostik.testing.RequestHandler;
import io.mostik.testing.internal.Credentials;
import io.mostik.testing.internal.Endpoints;
import io.mostik.testing.internal.RequestReader;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The entry of the API: counts each request, checks the key pair and admits one request at a time. */
final class SalesAutopilotApi implements RequestHandler {

    private static final String SECOND = "/v2/";
    private static final String LOGIN = SECOND + "access-token";

    private final Account account;
    private final CallMeter meter;
    private final InFlight inFlight = new InFlight(this::credential);
    private final List<RefusedVerb> refusedVerbs = new CopyOnWriteArrayList<>();
    final V2Tokens tokens;
    final Credentials credentials = new Credentials("demo-key", "demo-password");
    private final DigestLogin digest = new DigestLogin(credentials);
    private final Endpoints<RequestReader> first = endpoints(Dialect.V1);
    private final Endpoints<RequestReader> second = endpoints(Dialect.V2);
    private volatile boolean parallelRefused = true;
    private volatile boolean errorsAreOk;

    SalesAutopilotApi(Account account, CallMeter meter, InstantSource clock) {
        this.account = account;
        this.meter = meter;
        tokens = new V2Tokens(clock);
        new ContactCalls(account).addTo(first);
        new ReadCalls(account).addTo(first);
        new ListCalls(account).addTo(first);
        new FieldCalls(account).addTo(first);
        new OrderCalls(account).addTo(first);
        new OrderLineCalls(account, new OrderCalls(account)).addTo(first);
        new ProductCalls(account.catalogue, account.replies).addTo(first);
        new GlobalCalls(account).addTo(first);
        new SegmentCalls(account).addTo(first);
        new LinkCalls(account).addTo(first);
        new CouponCalls(account).addTo(first);
        new LetterCalls(account).addTo(first);
        new CrmCalls(account).addTo(first);
        new V2Calls(account).addTo(second);
    }

    private static Endpoints<RequestReader> endpoints(Dialect dialect) {
        return new Endpoints<>((request, path) -> new RequestReader(request, path, dialect));
    }

    void errorsAreOk(boolean ok) {
        errorsAreOk = ok;
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
        return (isSecond(request) ? Dialect.V2 : Dialect.V1).invalid("id", "").answer();
    }

    private Answer first(RecordedRequest request) throws Exception {
        if (!isOfPair(request)) {
            throw Dialect.unauthorized();
        }
        refuseVerb(request);
        synchronized (account) {
            return first.answer(request);
        }
    }

    private Answer second(RecordedRequest request) throws Exception {
        if (request.path().equals(LOGIN)) {
            return logIn(request);
        }
        try {
            tokens.admit(request);
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
            throw Dialect.methodNotAllowed();
        }
        if (!credentials.fit(text(request, "username"), text(request, "password"))) {
            return Answer.json(401, Map.of("message", "Unauthorized"));
        }
        return Answer.json(200, Map.of("token", tokens.issue()));
    }

    private void refuseIfParallel(RecordedRequest request) {
        if (parallelRefused && inFlight.overlaps(request)) {
            throw Dialect.parallel();
        }
    }

    private void refuseVerb(RecordedRequest request) {
        if (refusedVerbs.stream().anyMatch(refused -> refused.fits(request))) {
            throw Dialect.methodNotAllowed();
        }
    }

    /** Both versions belong to one key pair; another key pair is another account. */
    private String credential(RecordedRequest request) {
        boolean ofPair = isOfPair(request)
                || request.bearer().filter(tokens::isKnown).isPresent()
                || (request.path().equals(LOGIN)
                        && credentials.fit(text(request, "username"), text(request, "password")));
        return ofPair ? "the pair" : request.header("Authorization").orElse("");
    }

    private boolean isOfPair(RecordedRequest request) {
        return credentials.isBasicOf(request) || digest.isOf(request);
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

    /** A verb that this account's server does not take, whatever others say. */
    private record RefusedVerb(String verb, String template) {

        boolean fits(RecordedRequest request) {
            return request.method().equals(verb) && request.match(template).isPresent();
        }
    }
}
