package io.mostik.pbx;

import io.mostik.core.Secret;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Authorizer;
import io.mostik.core.http.Call;
import io.mostik.core.http.Endpoint;
import io.mostik.core.http.TokenSession;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import io.mostik.pbx.internal.CaseInsensitiveObject;
import io.mostik.pbx.internal.Settings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A log-in before calls, for a PBX whose token ends: the request, where its answer holds the token and how long that is good,
 * and the header in which calls carry it. After a 401 there is one more log-in. Comes out of a file; see {@code pbx.json}.
 * Immutable.
 */
public final class SessionTemplate {

    private static final List<String> SETTINGS = List.of("request", "token", "expiresIn", "header", "prefix");
    private static final int UNAUTHORIZED = 401;

    private final RequestTemplate request;
    private final Json settings;

    private SessionTemplate(RequestTemplate request, Json settings) {
        this.request = request;
        this.settings = settings;
    }

    /**
     * Returns the log-in that a JSON object describes: {@code request}, {@code token} and {@code expiresIn} as paths in the
     * answer, the latter in seconds, {@code header} and {@code prefix}; {@code Authorization} and {@code Bearer} by default.
     *
     * @throws IllegalArgumentException naming what is unknown or missing
     */
    public static SessionTemplate fromJson(String json) {
        return of(Settings.ofJson(json));
    }

    static SessionTemplate of(Json settings) {
        for (String name : settings.names()) {
            if (!SETTINGS.contains(name)) {
                throw new IllegalArgumentException(name + " is not a setting; there are " + new TreeSet<>(SETTINGS));
            }
        }
        if (settings.get("token").text().isEmpty()) {
            throw new IllegalArgumentException("token must be the path at which the answer holds it");
        }
        return new SessionTemplate(RequestTemplate.ofLogin(settings.get("request")), settings);
    }

    /** Returns the names of the secrets that the log-in needs. */
    public List<String> secretNames() {
        return request.secretNames();
    }

    Authorizer over(ApiClient logins, Map<String, Secret> secrets) {
        Endpoint<Json> endpoint =
                Endpoint.repeatable("session.login", request.method(), request.endpointPath(), JsonType.of(Json.class));
        String header = settings.get("header").text().orElse("Authorization");
        String prefix = settings.get("prefix").text().orElse(header.equals("Authorization") ? "Bearer " : "");
        return new TokenSession(
                List.of(settings, List.copyOf(secrets.values())),
                (deadline, previous) -> {
                    Call<Json> call = logins.call(endpoint).within(deadline);
                    Json answer = request.fill(call, secrets, logins.config().time(), name -> "")
                            .send();
                    return token(answer, logins.config().time().now());
                },
                (sent, token) -> sent.withHeader(header, Secret.of(prefix + token.reveal()))
                        .hiding(token),
                answer -> answer.status() == UNAUTHORIZED,
                logins.config().time());
    }

    private TokenSession.Token token(Json answer, Instant now) {
        CaseInsensitiveObject object = new CaseInsensitiveObject(answer);
        String token = text(object, "token").filter(found -> !found.isBlank()).orElse("");
        Optional<Instant> end = text(object, "expiresIn")
                .filter(seconds -> seconds.matches("[0-9]{1,9}"))
                .map(seconds -> now.plusSeconds(Long.parseLong(seconds)));
        return new TokenSession.Token(Secret.of(token), end);
    }

    private Optional<String> text(CaseInsensitiveObject object, String setting) {
        return settings.get(setting)
                .text()
                .flatMap(path -> object.find(CaseInsensitiveObject.path(path)))
                .flatMap(Json::text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SessionTemplate that && settings.equals(that.settings);
    }

    @Override
    public int hashCode() {
        return settings.hashCode();
    }

    @Override
    public String toString() {
        return "SessionTemplate[" + request + "]";
    }
}
