package io.mostik.testing.vcclive;

import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Refusal;
import io.mostik.testing.RequestHandler;
import io.mostik.testing.Routes;
import io.mostik.testing.SimulatedClock;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The Database API: who may ask, and where each question goes. */
final class VccApi implements RequestHandler {

    static final String BASE = "/v2";

    private final VccAccount account;
    private final Routes routes = new Routes();
    private final CdrApi cdrs;
    private final RecordApi records;
    private final UserApi users;
    private final LogApi logs;
    private volatile String customer = "mostik-demo";
    private volatile String token = "demo-token";
    private volatile Pattern allowed = Pattern.compile(".*");

    VccApi(VccAccount account, SimulatedClock clock) {
        this.account = account;
        this.cdrs = new CdrApi(account, clock);
        this.records = new RecordApi(account, clock, cdrs);
        this.users = new UserApi(account, clock);
        this.logs = new LogApi(account);
        new ProjectApi(account).addTo(routes);
        users.addTo(routes);
        logs.addTo(routes);
        records.addTo(routes);
        cdrs.addTo(routes);
        new ArchiveApi(account).addTo(routes);
    }

    CdrApi cdrs() {
        return cdrs;
    }

    RecordApi records() {
        return records;
    }

    UserApi users() {
        return users;
    }

    LogApi logs() {
        return logs;
    }

    String customer() {
        return customer;
    }

    String token() {
        return token;
    }

    void credentials(String newCustomer, String newToken) {
        customer = newCustomer;
        token = newToken;
    }

    void allow(String regularExpression) {
        allowed = Pattern.compile(regularExpression);
    }

    @Override
    public Answer answer(RecordedRequest request) throws Exception {
        if (!request.basicUser().equals(Optional.of(customer))
                || !request.basicPassword().equals(Optional.of(token))) {
            return Answer.empty(401).with("WWW-Authenticate", "Basic realm=\"VCC\"");
        }
        if (!allowed.matcher(resource(request)).matches()) {
            return Answer.empty(403);
        }
        synchronized (account) {
            try {
                return withTag(routes.answer(request));
            } catch (Refusal refusal) {
                return withTag(refusal.answer());
            }
        }
    }

    static Answer notFound() {
        return Answer.empty(404);
    }

    static Optional<Long> id(Map<String, String> path, String name) {
        return number(Optional.ofNullable(path.get(name)));
    }

    static Optional<Long> number(Optional<String> text) {
        return text.filter(digits -> digits.matches("\\d{1,18}")).map(Long::valueOf);
    }

    /** Returns what a token's list of resources is matched with: for GET the query takes part. */
    private static String resource(RecordedRequest request) {
        String path =
                request.path().substring(Math.min(BASE.length(), request.path().length()));
        boolean withQuery =
                request.method().equals("GET") && !request.rawQuery().isEmpty();
        return withQuery ? path + "?" + request.rawQuery() : path;
    }

    private static Answer withTag(Answer answer) {
        return answer.with("Etag", '"' + VccVoiceFile.md5(answer.body()) + '"');
    }
}
