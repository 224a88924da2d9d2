package io.mostik.testing.salesautopilot;

import static java.util.Objects.requireNonNull;

import io.mostik.testing.Answer;
import io.mostik.testing.Received;
import io.mostik.testing.Routes;
import io.mostik.testing.VendorScript;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The vendor's door: counts each request, asks for the pair and lets one request in at a time. */
final class SalesAutopilotApi implements VendorScript {

    private final Account account;
    private final CallMeter meter;
    private final InFlight inFlight = new InFlight();
    private final List<RefusedVerb> refusedVerbs = new CopyOnWriteArrayList<>();
    private final Routes routes = new Routes();
    private volatile Pair pair = new Pair("demo-key", "demo-password");
    private volatile boolean parallelRefused = true;

    SalesAutopilotApi(Account account, Replies replies, CallMeter meter) {
        this.account = account;
        this.meter = meter;
        new ContactCalls(account, replies).addTo(routes);
        new ReadCalls(account, replies).addTo(routes);
        new ListCalls(account).addTo(routes);
        new OrderCalls(account, replies).addTo(routes);
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
    public void arrived(Received request) {
        meter.add(1);
        inFlight.arrived(request);
    }

    @Override
    public void left(Received request) {
        inFlight.left(request);
    }

    @Override
    public Answer answer(Received request) throws Exception {
        try {
            admit(request);
            synchronized (account) {
                return routes.answer(request);
            }
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    private void admit(Received request) {
        Optional<String> username = request.basicUser();
        Optional<String> password = request.basicPassword();
        Pair expected = pair;
        if (!username.equals(Optional.of(expected.username)) || !password.equals(Optional.of(expected.password))) {
            throw Refusal.unauthorized();
        }
        if (parallelRefused && inFlight.overlaps(request)) {
            throw Refusal.parallel();
        }
        if (refusedVerbs.stream().anyMatch(refused -> refused.fits(request))) {
            throw Refusal.methodNotAllowed();
        }
    }

    /** The two halves of an API key. */
    private record Pair(String username, String password) {}

    /** A verb that this account's server does not take, whatever others say. */
    private record RefusedVerb(String verb, String template) {

        boolean fits(Received request) {
            return request.method().equals(verb) && request.match(template).isPresent();
        }
    }
}
