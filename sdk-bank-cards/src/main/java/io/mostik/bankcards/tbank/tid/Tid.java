package io.mostik.bankcards.tbank.tid;

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
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * T-ID: access on behalf of companies that consented, for software that serves many of them. Thread-safe; close it after
 * the clients that use its sessions.
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
    private static final Endpoint<Json> INTROSPECT =
            Endpoint.read("tid.introspect", "POST", "/auth/introspect", Json.class);
    private static final Endpoint<NoAnswer> REVOKE = Endpoint.repeatable("tid.revoke", "POST", "/auth/revoke");

    private final ApiClient api;
    private final String clientId;

    private Tid(ApiClient api, String clientId) {
        this.api = api;
        this.clientId = clientId;
    }

    /** Returns a builder; the client's id and secret are yet to be said. */
    public static Builder builder() {
        return new Builder();
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
        return URI.create(address.toString());
    }

    /** Exchanges the code, with which the user came back, for a pair. A code works once. */
    public TokenPair exchange(Secret code, String redirectUri) {
        return api.call(EXCHANGE)
                .form(Map.of("grant_type", "authorization_code", "redirect_uri", redirectUri, "code", code))
                .send()
                .toPair(api.config().time().now());
    }

    /** Keeps a new pair of a company for {@link #session}, in the place of the one before. */
    public void keep(String company, TokenPair pair, TokenVault vault) {
        checkCompany(company);
        if (pair.refreshToken().isEmpty()) {
            throw new IllegalArgumentException("pair has no refreshToken: the consent allows no background access");
        }
        while (!vault.replace(
                company, pair, vault.find(company).map(TokenVault.Kept::version).orElse(0L))) {
            Thread.onSpinWait();
        }
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

    /** Returns what the bank says of a token, as it came: which accesses it has, and whether it is active. */
    public Json introspect(Secret token) {
        return api.call(INTROSPECT).form(Map.of("token", token)).send();
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
