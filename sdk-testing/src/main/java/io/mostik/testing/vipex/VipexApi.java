package io.mostik.testing.vipex;

import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.RequestHandler;
import io.mostik.testing.Routes;
import io.mostik.testing.internal.Credentials;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The PBX's API for a CRM. Every refusal is an error text with HTTP 200; a call that is placed is answered {@code OK}. */
final class VipexApi implements RequestHandler {

    private final VipexProfile profile;
    private final VipexExchange exchange;
    private final BiConsumer<String, String> dial;
    private final Routes routes;
    final Credentials credentials = new Credentials("crm-api", "demo-password");

    VipexApi(VipexProfile profile, VipexExchange exchange, BiConsumer<String, String> dial) {
        this.profile = profile;
        this.exchange = exchange;
        this.dial = dial;
        this.routes = new Routes()
                .on("GET", profile.callPath(), this::call)
                .on("POST", profile.callPath(), this::call)
                .on("GET", profile.recordingPath(), this::recording);
    }

    @Override
    public Answer answer(RecordedRequest request) throws Exception {
        return routes.answer(request);
    }

    @Override
    public Answer error(RecordedRequest request) {
        return error("not possible now");
    }

    private Answer call(RecordedRequest request, Map<String, String> path) {
        String extension = request.query(profile.extensionParam()).orElse("");
        String number = request.query(profile.numberParam()).orElse("");
        if (!authenticated(request)) {
            return error("authentication failed");
        }
        if (extension.isEmpty() || number.isEmpty()) {
            return error(
                    "missing parameter " + (extension.isEmpty() ? profile.extensionParam() : profile.numberParam()));
        }
        if (!exchange.hasExtension(extension)) {
            return error("unknown extension " + extension);
        }
        if (!number.matches("\\+?\\d{2,15}")) {
            return error("invalid number");
        }
        dial.accept(extension, number);
        return Answer.text(200, "OK");
    }

    private Answer recording(RecordedRequest request, Map<String, String> path) {
        if (!authenticated(request)) {
            return error("authentication failed");
        }
        return request.query(profile.recordingIdParam())
                .flatMap(exchange::recording)
                .orElseGet(() -> error("recording id cannot be decoded"));
    }

    /** The pair may come in the URL, as HTTP Basic, or both; what comes has to be right. */
    private boolean authenticated(RecordedRequest request) {
        Optional<String> user = request.query(profile.usernameParam());
        Optional<String> secret = request.query(profile.passwordParam());
        boolean inUrl = user.isPresent() || secret.isPresent();
        boolean urlFits = credentials.fit(user, secret);
        boolean basic = request.header("Authorization").isPresent();
        return (inUrl || basic) && (!inUrl || urlFits) && (!basic || credentials.isBasicOf(request));
    }

    private static Answer error(String message) {
        return Answer.text(200, "ERROR: " + message);
    }
}
