package io.mostik.remonline.legacy;

import io.mostik.core.Secret;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.ApiRequest;
import io.mostik.core.http.ApiResponse;
import io.mostik.core.http.Deadline;
import io.mostik.core.http.Endpoint;
import io.mostik.core.http.TokenSession;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Buys tokens with an API key, in a body: in a query the key would appear in logs. */
final class LegacyLogin implements TokenSession.Login {

    // A second token does no harm: the vendor lets several be valid at a time.
    private static final Endpoint<Answer> TOKEN = Endpoint.repeatable(
                    "legacy.login", "POST", "/token/new", Answer.class)
            .confidential();
    private static final JsonCodec JSON = JsonCodec.snakeCase();
    private static final String EXPIRED = "101";

    private final ApiClient unsigned;
    private final Secret key;
    private final Duration life;

    /** The answer to the log-in. Prints nothing. */
    record Answer(String token) {

        Answer {
            try {
                Secret unused = Secret.of(token);
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException("token cannot be a token");
            }
        }

        @Override
        public String toString() {
            return "Answer[***]";
        }
    }

    LegacyLogin(ApiClient unsigned, Secret key, Duration life) {
        this.unsigned = unsigned;
        this.key = key;
        this.life = life;
    }

    @Override
    public TokenSession.Token login(Deadline deadline, Optional<TokenSession.Token> previous) {
        Answer answer = unsigned.call(TOKEN)
                .json(Map.of("api_key", key.reveal()))
                .hiding(key)
                .within(deadline)
                .send();
        return new TokenSession.Token(
                Secret.of(answer.token()),
                Optional.of(unsigned.config().time().now().plus(life)));
    }

    /** Returns the request with its token. */
    static ApiRequest place(ApiRequest request, Secret token) {
        return request.withQuery("token", token);
    }

    /** Returns whether the vendor says that a token has ended: 401, or 403 with code 101. */
    static boolean refused(ApiResponse response) {
        if (response.status() != 403) {
            return response.status() == 401;
        }
        try {
            Json body = JSON.read(JsonType.of(Json.class), response.body().stream());
            return body.get("code").text().filter(EXPIRED::equals).isPresent();
        } catch (JsonException e) {
            return false;
        }
    }
}
