package io.mostik.testing.tbank;

import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Refusal;
import io.mostik.testing.RequestHandler;
import io.mostik.testing.internal.Endpoints;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** One host of the bank: asks for the token, the access and the pace, then lets the method act. */
final class TBankHost implements RequestHandler {

    static final String SANDBOX_TOKEN = "TBankSandboxToken";

    private final Access access;
    private final MethodRates rates;
    private final Endpoints<TBankRequest> endpoints = new Endpoints<>(TBankRequest::new);

    TBankHost(Access access, MethodRates rates) {
        this.access = access;
        this.rates = rates;
    }

    /** Adds methods that act. */
    TBankHost live(String prefix, List<TBankMethod> methods) {
        return live(prefix, methods, method -> true);
    }

    /** Adds the disputed methods, for as long as this ordinary host has them. */
    TBankHost disputed(String prefix, List<TBankMethod> methods) {
        return live(prefix, methods, method -> access.ordinaryHas());
    }

    /** Adds methods that act for as long as this host has them; else there is no such path. */
    TBankHost live(String prefix, List<TBankMethod> methods, Predicate<TBankMethod> isHere) {
        methods.forEach(method -> endpoints.on(
                method.verb(),
                prefix + method.path(),
                ask -> isHere.test(method) ? live(method, ask) : Answer.empty(404)));
        return this;
    }

    /** Adds methods that check the contract and pretend. */
    TBankHost sandbox(String prefix, List<TBankMethod> methods) {
        methods.forEach(method -> endpoints.on(method.verb(), prefix + method.path(), ask -> sandbox(method, ask)));
        return this;
    }

    @Override
    public Answer answer(RecordedRequest request) throws Exception {
        String id =
                request.header("X-Request-Id").orElseGet(() -> UUID.randomUUID().toString());
        try {
            return endpoints.answer(request).with("x-request-id", id);
        } catch (Refusal refusal) {
            return refusal.answer().with("x-request-id", id);
        }
    }

    @Override
    public Answer error(RecordedRequest request) {
        return Dialect.unprocessable("Операция недоступна").answer();
    }

    private Answer live(TBankMethod method, TBankRequest ask) {
        if (!ask.request().bearer().map(access::isToken).orElse(false)) {
            throw Dialect.unauthenticated();
        }
        if (!access.covers(method.scope())) {
            throw Dialect.forbidden(method.scope());
        }
        if (!rates.admits(method)) {
            throw Dialect.tooMany();
        }
        return method.use().read(ask).get();
    }

    private static Answer sandbox(TBankMethod method, TBankRequest ask) {
        if (!ask.request().bearer().map(SANDBOX_TOKEN::equals).orElse(false)) {
            throw Dialect.unauthenticated();
        }
        method.use().read(ask);
        return method.canned();
    }
}
