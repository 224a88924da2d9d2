package io.mostik.bankcards.tbank.tid;

import io.mostik.core.EnvironmentVariables;
import io.mostik.core.Secret;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Authorizer;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.Deadline;
import io.mostik.core.http.Endpoint;
import io.mostik.core.http.RateLimit;
import io.mostik.core.http.TokenSession;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.NoAnswer;
import io.mostik.core.json.UntypedObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The client of T-ID, the bank's OAuth 2 server: for software that works on behalf of several companies, each of which gave
 * its consent.
 *
 * <pre>{@code
 * TokenVault vault = TokenVault.in(store, vaultKey);
 * tid.keep("company-7", tid.exchange(code, "https://you.example/back"), vault);     // after the consent
 * TBank bank = TBank.builder().authorizer(tid.session("company-7", vault)).build();
 * }</pre>
 *
 * <p>A session renews its tokens by itself. Thread-safe; close it after the clients that use its {@linkplain #session
 * sessions}.
 *
 * @see <a href="https://developer.tbank.ru/docs/products/TID/web/token">the bank's guide</a>
 */
public final class Tid implements AutoCloseable {

    private static final String PRODUCTION = "https://id.tbank.ru";
    private static final String TOKEN_PATH = "/auth/token";
    private static final int UNAUTHORIZED = 401;
    private static final JsonCodec JSON = JsonCodec.snakeCase();

    // Twenty a second are allowed, and one more kills the token: keep well below.
    private static final RateLimit HALF = RateLimit.perSecond(10);
    private static final Endpoint<TokenAnswer> EXCHANGE = Endpoint.once(
                    "tid.exchange", "POST", TOKEN_PATH, TokenAnswer.class)
            .limit(HALF)
            .confidential();
    // A refresh token works once; the second answer would be that it is spent.
    private static final Endpoint<TokenAnswer> REFRESH = Endpoint.once(
                    "tid.refresh", "POST", TOKEN_PATH, TokenAnswer.class)
            .limit(HALF)
            .confidential();
    private static final Endpoint<UntypedObject> INTROSPECT =
            Endpoint.read("tid.introspect", "POST", "/auth/introspect", UntypedObject.class);
    private static final Endpoint<NoAnswer> REVOKE = Endpoint.repeatable("tid.revoke", "POST", "/auth/revoke");

    private final ApiClient api;
    private final String clientId;

    private Tid(ApiClient api, String clientId) {
        this.api = api;
        this.clientId = clientId;
    }

    /** Returns a new builder. {@code client} is required. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a client with the settings of the environment, as {@link Builder#fromEnv()} names them, and defaults for the rest.
     *
     * @throws IllegalArgumentException if a variable that is needed is not set; names it
     */
    public static Tid fromEnv() {
        return builder().fromEnv().build();
    }

    /** Returns the address to send a user to, who consents there on behalf of his company. Sends nothing. */
    public URI consentUri(Consent consent) {
        StringBuilder address = new StringBuilder(api.config().baseUri().toString())
                .append("/auth/authorize?client_id=")
                .append(encode(clientId))
                .append("&redirect_uri=")
                .append(encode(consent.redirectUri()))
                .append("&state=")
                .append(encode(consent.state()))
                .append("&response_type=code");
        consent.inn()
                .ifPresent(inn -> address.append("&scope_parameters=")
                        .append(encode("{\"inn\":\"" + inn + "\",\"kpp\":\"" + consent.kpp() + "\"}")));
        if (!consent.scopes().isEmpty()) {
            address.append("&scope=").append(encode(String.join(" ", consent.scopes())));
        }
        consent.challenge()
                .ifPresent(challenge -> address.append("&code_challenge=")
                        .append(encode(challenge))
                        .append("&code_challenge_method=S256"));
        return URI.create(address.toString());
    }

    /**
     * Exchanges the authorization code for a pair of tokens. A code works once.
     *
     * @param code from the redirect after the consent
     * @param redirectUri the same as in the {@link Consent}
     * @throws io.mostik.core.AuthException if the code is unknown, spent or too old
     */
    public TokenPair exchange(Secret code, String redirectUri) {
        return exchange(Map.of("grant_type", "authorization_code", "redirect_uri", redirectUri, "code", code));
    }

    /**
     * Exchanges the authorization code of a consent that was asked for with a proof.
     *
     * @param proof the one that was given to {@link Consent#pkce}
     * @throws io.mostik.core.AuthException if the code is unknown, spent, too old, or belongs to another proof
     */
    public TokenPair exchange(Secret code, String redirectUri, Pkce proof) {
        return exchange(Map.of(
                "grant_type",
                "authorization_code",
                "redirect_uri",
                redirectUri,
                "code",
                code,
                "code_verifier",
                proof.verifier()));
    }

    private TokenPair exchange(Map<String, ?> form) {
        return api.call(EXCHANGE).form(form).send().toPair(api.config().time().now());
    }

    /**
     * Stores the pair of a company for {@link #session}, replacing an earlier one.
     *
     * @throws IllegalArgumentException if the pair has no refresh token
     */
    public void keep(String company, TokenPair pair, TokenVault vault) {
        checkCompany(company);
        if (pair.refreshToken().isEmpty()) {
            throw new IllegalArgumentException("pair has no refreshToken: the consent allows no background access");
        }
        vault.put(company, pair);
    }

    /**
     * Returns credentials of one company for {@code TBank.builder().authorizer(…)}. They renew themselves five minutes
     * before their end, once for all threads and for all nodes that share the store.
     *
     * @param company under which the pair was kept, such as the tax number
     * @param vault where the pair is kept
     */
    public Authorizer session(String company, TokenVault vault) {
        checkCompany(company);
        return new TokenSession(
                List.of(clientId, company),
                new Renewal(
                        company,
                        Objects.requireNonNull(vault, "vault"),
                        this::refresh,
                        api.config().time()),
                (request, token) -> request.withHeader("Authorization", Secret.of("Bearer " + token.reveal())),
                answer -> answer.status() == UNAUTHORIZED,
                api.config().time());
    }

    /** Returns the bank's raw description of a token: its scopes, and whether it is active. */
    public Json introspect(Secret token) {
        return api.call(INTROSPECT).form(Map.of("token", token)).send().json();
    }

    /**
     * Returns the scopes of a token, by introspection: what the company has agreed to.
     *
     * @return none if the token has ended, or the bank tells none
     */
    public Set<String> scopes(Secret token) {
        Json told = introspect(token);
        if (!told.get("active").isTrue()) {
            return Set.of();
        }
        Json scope = told.get("scope");
        Stream<Json> parts = scope.isArray() ? scope.elements().stream() : Stream.of(scope);
        return parts.flatMap(part -> part.text().stream())
                .flatMap(text -> Stream.of(text.strip().split("\\s+")))
                .filter(one -> !one.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Ends a token. */
    public void revoke(Secret token) {
        api.call(REVOKE).form(Map.of("token", token)).send();
    }

    private TokenPair refresh(TokenPair pair, Deadline deadline) {
        Secret spent = pair.refreshToken().orElseThrow(() -> new IllegalStateException("the pair has no refreshToken"));
        TokenPair next = api.call(REFRESH)
                .form(Map.of("grant_type", "refresh_token", "refresh_token", spent))
                .within(deadline)
                .send()
                .toPair(api.config().time().now());
        Optional<Secret> following = next.refreshToken().or(() -> Optional.of(spent));
        return new TokenPair(next.accessToken(), following, next.expiresAt());
    }

    private static void checkCompany(String company) {
        if (company.isBlank()) {
            throw new IllegalArgumentException("company must not be blank");
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Ends the calls under way as cancelled, and refuses new ones. */
    @Override
    public void close() {
        api.close();
    }

    /** Collects the settings. */
    public static final class Builder {

        private final ClientConfig.Builder http =
                ClientConfig.builder().baseUri(PRODUCTION).deadline(Duration.ofSeconds(30));
        private String clientId = "";
        private Optional<Secret> clientSecret = Optional.empty();

        private Builder() {}

        /**
         * Takes the settings from the environment: {@code MOSTIK_TID_CLIENT_ID}, {@code MOSTIK_TID_CLIENT_SECRET} and, if
         * set, {@code MOSTIK_TID_URL}, as for a simulator.
         *
         * @throws IllegalArgumentException if one that is needed is not set; names it
         */
        public Builder fromEnv() {
            return from(EnvironmentVariables.ofProcess());
        }

        Builder from(EnvironmentVariables env) {
            env.find("MOSTIK_TID_URL").ifPresent(this::baseUri);
            return clientId(env.get("MOSTIK_TID_CLIENT_ID")).clientSecret(env.secret("MOSTIK_TID_CLIENT_SECRET"));
        }

        /** Sets the id that the bank gave to the partner. */
        public Builder clientId(String id) {
            clientId = Objects.requireNonNull(id, "clientId");
            return this;
        }

        /** Sets the secret that the bank gave to the partner. */
        public Builder clientSecret(Secret secret) {
            clientSecret = Optional.of(Objects.requireNonNull(secret, "clientSecret"));
            return this;
        }

        /** Sets the address of T-ID; the bank's by default. */
        public Builder baseUri(String address) {
            http.baseUri(address);
            return this;
        }

        /** Changes the common settings: time limits, repeats, listener and so on. */
        public Builder http(Consumer<ClientConfig.Builder> settings) {
            settings.accept(http);
            return this;
        }

        /**
         * Returns T-ID.
         *
         * @throws IllegalArgumentException if id or secret is missing or a setting cannot work
         */
        public Tid build() {
            if (clientId.isBlank()) {
                throw new IllegalArgumentException("clientId is missing");
            }
            Secret secret = clientSecret.orElseThrow(() -> new IllegalArgumentException("clientSecret is missing"));
            ApiClient api = ApiClient.builder(http.build())
                    .codec(JSON)
                    .errors(new TidErrors(JSON))
                    .authorizer(Authorizer.basic(clientId, secret))
                    .build();
            return new Tid(api, clientId);
        }
    }
}
