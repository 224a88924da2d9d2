package io.mostik.testing.vcclive;

import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Refusal;
import io.mostik.testing.RequestHandler;
import io.mostik.testing.SimulatedClock;
import io.mostik.testing.internal.Credentials;
import io.mostik.testing.internal.Endpoints;
import io.mostik.testing.internal.RequestReader;
import java.util.Optional;
import java.util.regex.Pattern;

/** The Database API: authentication and routing. */
final class VccApi implements RequestHandler {

    static final String BASE = "/v2";

    private final VccAccount account;
    private final Endpoints<RequestReader> endpoints = endpoints();
    final RecordApi records;
    final Credentials credentials = new Credentials("mostik-demo", "demo-token");
    private volatile Pattern allowed = Pattern.compile(".*");

    VccApi(VccAccount account, SimulatedClock clock) {
        this.account = account;
        CdrApi cdrs = new CdrApi(account, clock);
        this.records = new RecordApi(account, clock, cdrs);
        new ProjectApi(account).addTo(endpoints);
        new UserApi(account, clock).addTo(endpoints);
        new LogApi(account).addTo(endpoints);
        records.addTo(endpoints);
        cdrs.addTo(endpoints);
        new ArchiveApi(account).addTo(endpoints);
    }

    static Endpoints<RequestReader> endpoints() {
        return new Endpoints<>((request, path) -> new RequestReader(request, path, VccRefusal.words()));
    }

    void allow(String regularExpression) {
        allowed = Pattern.compile(regularExpression);
    }

    @Override
    public Answer answer(RecordedRequest request) throws Exception {
        if (!credentials.isBasicOf(request)) {
            return Answer.empty(401).with("WWW-Authenticate", "Basic realm=\"VCC\"");
        }
        if (!allowed.matcher(resource(request)).matches()) {
            return Answer.empty(403);
        }
        synchronized (account) {
            try {
                return withTag(endpoints.answer(request));
            } catch (Refusal refusal) {
                return withTag(refusal.answer());
            }
        }
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
