package io.mostik.salesautopilot;

import io.mostik.core.DecodingException;
import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.Secret;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.ApiRequest;
import io.mostik.core.http.Authorizer;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.Deadline;
import io.mostik.core.http.Endpoint;
import io.mostik.core.http.TokenSession;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import io.mostik.salesautopilot.usage.CostMeter;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Logs in to version 2 with the key pair, and keeps the token until its own end, or for half an hour where it does not
 * tell. Requests of both versions belong to one credential: they queue up and are counted together.
 */
final class V2Session {

    private static final Duration ASSUMED_LIFE = Duration.ofMinutes(30);
    private static final JsonCodec JSON = JsonCodec.camelCase();
    // A second token does no harm.
    private static final Endpoint<Json> LOGIN =
            Endpoint.repeatable("v2.login", "POST", "/access-token", Json.class).confidential();

    private final ClientConfig config;
    private final CostMeter meter;
    private final V2Errors errors = new V2Errors(JSON);
    private final List<Object> identity;
    private final String user;
    private final Secret password;
    private final ApiClient login;

    V2Session(ClientConfig config, String user, Secret password, CostMeter meter) {
        this.config = ClientConfig.builder()
                .from(config)
                .baseUri(config.baseUri() + "/v2")
                .build();
        this.meter = meter;
        this.identity = List.of(user, password);
        this.user = user;
        this.password = password;
        this.login = engine(new SameCredential(identity));
    }

    /** Returns the engine of version 2; it logs in when first used. */
    ApiClient client() {
        return engine(new TokenSession(identity, this::logIn, V2Session::place, errors::saysTokenEnded, config.time()));
    }

    /** Returns the engine that logs in. */
    ApiClient login() {
        return login;
    }

    private ApiClient engine(Authorizer authorizer) {
        return ApiClient.builder(config)
                .codec(JSON)
                .errors(errors)
                .authorizer(authorizer)
                .quirks(meter::transport)
                .build();
    }

    private TokenSession.Token logIn(Deadline deadline, Optional<TokenSession.Token> previous) {
        Json answer = login.call(LOGIN)
                .json(Map.of("username", user, "password", password.reveal()))
                .hiding(password)
                .within(deadline)
                .send();
        String token = answer.get("token")
                .text()
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new DecodingException(
                        "the answer holds no token",
                        FailureInfo.lasting(LOGIN.operation(), Outcome.UNKNOWN, Phase.DECODE)));
        return new TokenSession.Token(Secret.of(token), Optional.of(endOf(token)));
    }

    private static ApiRequest place(ApiRequest request, Secret token) {
        return request.withHeader("Authorization", Secret.of("Bearer " + token.reveal()));
    }

    /**
     * The signature is not checked: the vendor checks it, and this is only about when to ask for a new token. An end
     * that has passed means that the clocks differ.
     */
    private Instant endOf(String token) {
        String[] parts = token.split("\\.", -1);
        try {
            byte[] claims = Base64.getUrlDecoder().decode(parts.length > 1 ? parts[1] : "");
            Json json = JSON.read(JsonType.of(Json.class), claims);
            return json.get("exp")
                    .number()
                    .map(BigDecimal::longValue)
                    .map(Instant::ofEpochSecond)
                    .filter(end -> end.isAfter(config.time().now()))
                    .orElseGet(this::assumedEnd);
        } catch (IllegalArgumentException | DateTimeException | JsonException e) {
            return assumedEnd();
        }
    }

    private Instant assumedEnd() {
        return config.time().now().plus(ASSUMED_LIFE);
    }

    /**
     * Adds nothing to a log-in, and counts it to the credential.
     *
     * @param identity the credential
     */
    private record SameCredential(Object identity) implements Authorizer {

        @Override
        public ApiRequest authorize(ApiRequest request) {
            return request;
        }

        @Override
        public String toString() {
            return "SameCredential";
        }
    }
}
