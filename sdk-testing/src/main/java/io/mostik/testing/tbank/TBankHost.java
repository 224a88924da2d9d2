package io.mostik.testing.tbank;

import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Refusal;
import io.mostik.testing.RequestHandler;
import io.mostik.testing.Routes;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One host of the bank: asks for the token, the access and the pace, then lets the method act. */
final class TBankHost implements RequestHandler {

    static final String SANDBOX_TOKEN = "TBankSandboxToken";

    private final Access access;
    private final MethodRates rates;
    private final Routes routes = new Routes();

    TBankHost(Access access, MethodRates rates) {
        this.access = access;
        this.rates = rates;
    }

    /** Adds methods that act. */
    TBankHost live(String prefix, List<TBankMethod> methods) {
        methods.forEach(method ->
                routes.on(method.verb(), prefix + method.path(), (request, path) -> live(method, request, path)));
        return this;
    }

    /** Adds methods that check the contract and pretend. */
    TBankHost sandbox(String prefix, List<TBankMethod> methods) {
        methods.forEach(method ->
                routes.on(method.verb(), prefix + method.path(), (request, path) -> sandbox(method, request, path)));
        return this;
    }

    @Override
    public Answer answer(RecordedRequest request) throws Exception {
        String id =
                request.header("X-Request-Id").orElseGet(() -> UUID.randomUUID().toString());
        try {
            return routes.answer(request).with("x-request-id", id);
        } catch (Refusal refusal) {
            return refusal.answer().with("x-request-id", id);
        }
    }

    @Override
    public Answer error(RecordedRequest request) {
        return Refusals.unprocessable("Операция недоступна").answer();
    }

    private Answer live(TBankMethod method, RecordedRequest request, Map<String, String> path) {
        if (!request.bearer().map(access::isToken).orElse(false)) {
            throw Refusals.unauthenticated();
        }
        if (!access.covers(method.scope())) {
            throw Refusals.forbidden(method.scope());
        }
        if (!rates.admits(method)) {
            throw Refusals.tooMany();
        }
        return method.use().read(request, path).get();
    }

    private static Answer sandbox(TBankMethod method, RecordedRequest request, Map<String, String> path) {
        if (!request.bearer().map(SANDBOX_TOKEN::equals).orElse(false)) {
            throw Refusals.unauthenticated();
        }
        method.use().read(request, path);
        return method.canned();
    }
}
