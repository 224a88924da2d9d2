package io.mostik.bankcards.tbank;

import io.mostik.bankcards.tbank.cards.CardsApi;
import io.mostik.bankcards.tbank.company.AccountsApi;
import io.mostik.bankcards.tbank.company.CompanyApi;
import io.mostik.bankcards.tbank.identification.IdentificationApi;
import io.mostik.bankcards.tbank.internal.BankClient;
import io.mostik.bankcards.tbank.internal.Engines;
import io.mostik.bankcards.tbank.internal.Operations;
import io.mostik.bankcards.tbank.limits.LimitsApi;
import io.mostik.bankcards.tbank.operations.OperationsApi;
import io.mostik.bankcards.tbank.virtualcards.VirtualCardsApi;
import io.mostik.bankcards.tbank.webhooks.WebhooksApi;
import io.mostik.core.EnvironmentVariables;
import io.mostik.core.Secret;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Authorizer;
import io.mostik.core.http.CallOptions;
import io.mostik.core.http.ClientCertificate;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.RawApi;
import io.mostik.core.http.Resources;
import io.mostik.core.json.JsonCodec;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;

/**
 * The client of T-Bank's business API for company cards: cards, limits, requisites, reissue and issue, statement, accounts.
 * Sums are in units of the account's currency, rubles for a ruble account, never in kopecks.
 *
 * <pre>{@code
 * try (TBank bank = TBank.builder().token(Secret.fromEnv("TBANK_TOKEN")).certificate(certificate).build()) {
 *     CardLimits limits = bank.limits().get(Ucid.of(1100200301));
 *     bank.limits().setSpend(card, NewLimit.monthly(new BigDecimal("50000")));
 * }
 * }</pre>
 *
 * <p>Some methods are on a host that asks for a {@link Builder#certificate client certificate}; without one they fail with
 * an {@link io.mostik.core.AuthException}, and {@link #check} says which. The bank has no idempotency key: a write whose
 * answer was lost is {@link io.mostik.core.Outcome#UNKNOWN}. {@link io.mostik.bankcards.workflow.CardWorkflows} read the
 * state back then, and remember what they have sent. A write lasts 60 s at most, a read 30 s. Create one client for each
 * token, and close it at the end. Observes the bank's rate limit of each method, shared with all other clients of the same
 * token in the same {@link io.mostik.core.http.SdkRuntime}. Thread-safe.
 *
 * @see <a href="https://developer.tbank.ru/docs/api/biznes-karti">the bank's reference</a>
 */
public final class TBank implements AutoCloseable {

    private static final Resources RESOURCES = Resources.of(constructor -> constructor.setAccessible(true));
    private final BankClient bank;

    TBank(BankClient bank) {
        this.bank = Objects.requireNonNull(bank, "bank");
    }

    /** Returns a new builder of a client of the bank itself. {@code token} is required. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a client with the settings of the environment, as {@link Builder#fromEnv()} names them, and defaults for the rest.
     *
     * @throws IllegalArgumentException if a variable that is needed is not set; names it
     */
    public static TBank fromEnv() {
        return builder().fromEnv().build();
    }

    /** Returns the cards. */
    public CardsApi cards() {
        return RESOURCES.create(CardsApi.class, bank);
    }

    /** Returns the limits of cards. */
    public LimitsApi limits() {
        return RESOURCES.create(LimitsApi.class, bank);
    }

    /** Returns the virtual cards: issue, reissue, requisites. */
    public VirtualCardsApi virtualCards() {
        return RESOURCES.create(VirtualCardsApi.class, bank);
    }

    /** Returns the identification of employees; experimental. */
    public IdentificationApi identification() {
        return RESOURCES.create(IdentificationApi.class, bank);
    }

    /** Returns the operations on accounts and by card. */
    public OperationsApi operations() {
        return RESOURCES.create(OperationsApi.class, bank);
    }

    /** Returns the accounts of the company. */
    public AccountsApi accounts() {
        return RESOURCES.create(AccountsApi.class, bank);
    }

    /** Returns the company behind the token. */
    public CompanyApi company() {
        return RESOURCES.create(CompanyApi.class, bank);
    }

    /** Returns the subscriptions to what the bank reports. */
    public WebhooksApi webhooks() {
        return RESOURCES.create(WebhooksApi.class, bank);
    }

    /**
     * Tries out what token and certificate can do: one cheap reading call for each host and access, none that changes
     * anything or shows the number of a card. For the first run after an installation, or after new credentials. Takes
     * about ten calls; none that fails stops the others.
     */
    public AccessReport check() {
        return new AccessProbe(this, bank).run();
    }

    /** Returns calls of the ordinary host that have no method here. */
    public RawApi raw() {
        return raw(HostKind.ORDINARY);
    }

    /**
     * Returns calls of a host that have no method here.
     *
     * @param host where the bank has the method; {@code SECURED} needs the client certificate
     */
    public RawApi raw(HostKind host) {
        Objects.requireNonNull(host, "host");
        return RawApi.over(endpoint -> bank.call(host, endpoint));
    }

    /** Returns a view of this client whose calls have these options; the request id travels as {@code X-Request-Id}. */
    public TBank with(CallOptions options) {
        return new TBank(bank.with(options));
    }

    /**
     * Returns a view of this client whose requests begin to leave within so long from now, by the clock of the client, or not
     * at all; see {@link CallOptions#sendBefore}.
     */
    public TBank sendingWithin(Duration time) {
        Instant latest = bank.time().now().plus(time);
        Instant sendBefore = options().sendBefore().filter(latest::isAfter).orElse(latest);
        return with(options().toBuilder().sendBefore(sendBefore).build());
    }

    /** Returns the options of this view; those that change nothing, unless it was made by {@link #with}. */
    public CallOptions options() {
        return bank.options();
    }

    /**
     * Returns how long one call of this client can last at most, with all repeats: the deadline of its
     * {@code CallOptions}; without one the 60 seconds of a write, or {@code http.deadline} if that is longer.
     */
    public Duration longestCall() {
        return bank.longestCall();
    }

    /** Ends the calls under way as cancelled, and refuses new ones. */
    @Override
    public void close() {
        bank.close();
    }

    /** Collects the settings of a client. Belongs to one thread. */
    public static final class Builder {

        private static final Secret SANDBOX_TOKEN = Secret.of("TBankSandboxToken");
        private static final String URL = "MOSTIK_TBANK_URL";
        private static final String SECURED_URL = "MOSTIK_TBANK_SECURED_URL";
        private static final Duration WARN_EARLY = Duration.ofDays(20);
        private static final JsonCodec JSON =
                JsonCodec.builder().uniqueKeys().bareText().build();

        private final Map<String, HostKind> hosts = new HashMap<>();
        private Environment environment = Environment.PRODUCTION;
        private Optional<Authorizer> authorizer = Optional.empty();
        private Optional<BankCredentials> pair = Optional.empty();
        private Optional<ClientCertificate> certificate = Optional.empty();
        private Optional<SSLContext> securedTls = Optional.empty();
        private Consumer<Instant> warning = CertificateGuard::log;
        private Consumer<ClientConfig.Builder> http = settings -> {};

        private Builder() {}

        /**
         * Takes the settings from the environment: {@code MOSTIK_TBANK_TOKEN}; if set,
         * {@code MOSTIK_TBANK_CERTIFICATE}, the path of a PKCS#12 file, with
         * {@code MOSTIK_TBANK_CERTIFICATE_PASSWORD}; and, if set, {@code MOSTIK_TBANK_URL} with
         * {@code MOSTIK_TBANK_SECURED_URL}, as for a simulator or the sandbox.
         *
         * @throws IllegalArgumentException if one that is needed is not set, or the certificate cannot be read; names it
         */
        public Builder fromEnv() {
            return from(EnvironmentVariables.ofProcess());
        }

        Builder from(EnvironmentVariables env) {
            env.find(URL).ifPresent(ordinary -> environment(Environment.of(ordinary, env.get(SECURED_URL))));
            env.find(SECURED_URL).ifPresent(secured -> environment(Environment.of(env.get(URL), secured)));
            env.find("MOSTIK_TBANK_CERTIFICATE")
                    .ifPresent(file -> certificate(ClientCertificate.fromPkcs12(
                            Path.of(file), env.secret("MOSTIK_TBANK_CERTIFICATE_PASSWORD"))));
            return token(env.secret("MOSTIK_TBANK_TOKEN"));
        }

        /** Sets where the bank is; {@link Environment#PRODUCTION} by default. The sandbox brings its own token. */
        public Builder environment(Environment where) {
            environment = Objects.requireNonNull(where, "environment");
            return this;
        }

        /**
         * Sets the token issued in T-Business (Integrations, T-API). It ends 90 days after its last use, and works from
         * the addresses only that were named when it was issued.
         */
        public Builder token(Secret token) {
            authorizer = Optional.of(Authorizer.bearer(Objects.requireNonNull(token, "token")));
            return this;
        }

        /**
         * Sets other credentials than a fixed token, such as those of
         * {@link io.mostik.bankcards.tbank.tid.Tid#session}.
         */
        public Builder authorizer(Authorizer credentials) {
            authorizer = Optional.of(Objects.requireNonNull(credentials, "authorizer"));
            return this;
        }

        /**
         * Sets the client certificate that the secured host asks for. The bank issues it for a year. It becomes linked
         * to the token at the first call of both: a new token needs a new certificate too.
         */
        public Builder certificate(ClientCertificate own) {
            certificate = Optional.of(Objects.requireNonNull(own, "certificate"));
            return this;
        }

        /**
         * Sets token and client certificate as a pair that can be replaced while the client runs; in the place of
         * {@link #token}, {@link #authorizer}, {@link #certificate} and {@link #securedTls}.
         */
        public Builder credentials(BankCredentials replaceable) {
            pair = Optional.of(Objects.requireNonNull(replaceable, "credentials"));
            return this;
        }

        /** Sets a ready TLS context with the client certificate, for the secured host; its end is not watched then. */
        public Builder securedTls(SSLContext context) {
            securedTls = Optional.of(Objects.requireNonNull(context, "securedTls"));
            return this;
        }

        /**
         * Sets the listener that is called, at most once a day and from 20 days before, with the expiry of the client
         * certificate; it logs a warning by default.
         */
        public Builder onCertificateEnding(Consumer<Instant> listener) {
            warning = Objects.requireNonNull(listener, "onCertificateEnding");
            return this;
        }

        /**
         * Sends one operation to another host than documented.
         *
         * @param operation its name, such as {@code limits.get}
         * @throws IllegalArgumentException if there is no such operation
         */
        public Builder host(String operation, HostKind host) {
            Operations.check(operation);
            hosts.put(operation, Objects.requireNonNull(host, "host"));
            return this;
        }

        /**
         * Sends the seven operations to this host about which the bank's pages and clients in public disagree:
         * {@code limits.get}, {@code limits.setCash}, {@code virtualCards.requisites}, {@code cards.block},
         * {@code virtualCards.issue}, {@code virtualCards.application} and {@code virtualCards.reissueResult}. The bank's
         * pages, and the default, say {@code SECURED}.
         */
        public Builder disputedOn(HostKind host) {
            Operations.DISPUTED.forEach(operation -> host(operation, host));
            return this;
        }

        /**
         * Changes the common settings of both hosts: time limits, repeats, listener and so on. Runs once for each host.
         */
        public Builder http(Consumer<ClientConfig.Builder> settings) {
            http = http.andThen(Objects.requireNonNull(settings, "http"));
            return this;
        }

        /**
         * Returns the client.
         *
         * @throws IllegalArgumentException if the token is missing or a setting cannot work
         */
        public TBank build() {
            boolean sandbox = environment.equals(Environment.SANDBOX);
            Authorizer credentials = pair.map(
                            replaced -> Authorizer.bearer(replaced.current().token()))
                    .or(() -> authorizer)
                    .or(() -> sandbox ? Optional.of(Authorizer.bearer(SANDBOX_TOKEN)) : Optional.empty())
                    .orElseThrow(() -> new IllegalArgumentException("token is missing"));
            return new TBank(new BankClient(engines(credentials), hosts));
        }

        private Supplier<Engines> engines(Authorizer fixed) {
            Optional<SSLContext> tls = securedTls.or(() -> certificate.map(ClientCertificate::sslContext));
            Optional<Instant> end =
                    securedTls.isPresent() ? Optional.empty() : certificate.map(ClientCertificate::expiresAt);
            return pair.<Supplier<Engines>>map(replaced -> new RotatingEngines(replaced, this::engines))
                    .orElseGet(() -> {
                        Engines engines = engines(fixed, tls, end);
                        return () -> engines;
                    });
        }

        private Engines engines(BankCredentials.Pair now) {
            ClientCertificate own = now.certificate();
            return engines(Authorizer.bearer(now.token()), Optional.of(own.sslContext()), Optional.of(own.expiresAt()));
        }

        private Engines engines(Authorizer credentials, Optional<SSLContext> tls, Optional<Instant> end) {
            ClientConfig ordinary = config(environment.ordinary(), UnaryOperator.identity());
            ClientConfig secured = config(
                    environment.secured(), settings -> tls.isPresent() ? settings.sslContext(tls.get()) : settings);
            CertificateGuard guard = new CertificateGuard(
                    new CertificateGuard.Settings(environment.needsCertificate(), tls.isPresent(), end),
                    WARN_EARLY,
                    warning,
                    ordinary.time());
            return new Engines(
                    engine(ordinary, credentials), engine(secured, credentials), guard, end, Optional.empty());
        }

        private ClientConfig config(String address, UnaryOperator<ClientConfig.Builder> own) {
            ClientConfig.Builder settings = ClientConfig.builder();
            http.accept(settings);
            return own.apply(settings.baseUri(address)).build();
        }

        private static ApiClient engine(ClientConfig config, Authorizer credentials) {
            return ApiClient.builder(config)
                    .codec(JSON)
                    .errors(new TBankErrors(JSON))
                    .authorizer(credentials)
                    .statusProvesSuccess()
                    .build();
        }
    }
}
