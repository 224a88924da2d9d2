package io.mostik.bankcards.tbank;

import io.mostik.bankcards.tbank.internal.BankClient;
import io.mostik.bankcards.tbank.internal.Operations;
import io.mostik.core.Secret;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Authorizer;
import io.mostik.core.http.ClientCertificate;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.json.JsonCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;

/** Collects the settings of a {@link TBank}. Belongs to one thread. */
public final class TBankBuilder {

    private static final Secret SANDBOX_TOKEN = Secret.of("TBankSandboxToken");
    private static final Duration WARN_EARLY = Duration.ofDays(20);
    private static final JsonCodec JSON =
            JsonCodec.builder().uniqueKeys().bareText().build();

    private final Map<String, HostKind> hosts = new HashMap<>();
    private Environment environment = Environment.PRODUCTION;
    private Optional<Authorizer> authorizer = Optional.empty();
    private Optional<ClientCertificate> certificate = Optional.empty();
    private Optional<SSLContext> securedTls = Optional.empty();
    private Consumer<Instant> warning = CertificateGuard::log;
    private Consumer<ClientConfig.Builder> http = settings -> {};

    TBankBuilder() {}

    /** Sets where the bank is; {@link Environment#PRODUCTION} by default. The sandbox brings its own token. */
    public TBankBuilder environment(Environment where) {
        environment = Objects.requireNonNull(where, "environment");
        return this;
    }

    /**
     * Sets the token issued in T-Business (Integrations, T-API). It ends 90 days after its last use, and works from the
     * addresses only that were named when it was issued.
     */
    public TBankBuilder token(Secret token) {
        authorizer = Optional.of(Authorizer.bearer(Objects.requireNonNull(token, "token")));
        return this;
    }

    /** Sets other credentials than a fixed token, such as those of {@link io.mostik.bankcards.tbank.tid.Tid#session}. */
    public TBankBuilder authorizer(Authorizer credentials) {
        authorizer = Optional.of(Objects.requireNonNull(credentials, "authorizer"));
        return this;
    }

    /**
     * Sets the client certificate that the secured host asks for. The bank issues it for a year. It becomes linked to the
     * token at the first call of both: whoever gets a new token needs a new certificate too.
     */
    public TBankBuilder certificate(ClientCertificate own) {
        certificate = Optional.of(Objects.requireNonNull(own, "certificate"));
        return this;
    }

    /** Sets a ready TLS context with the client certificate, for the secured host; its end is not watched then. */
    public TBankBuilder securedTls(SSLContext context) {
        securedTls = Optional.of(Objects.requireNonNull(context, "securedTls"));
        return this;
    }

    /**
     * Sets who is told, at most once a day and from 20 days before, when the client certificate ends; the log by default.
     */
    public TBankBuilder onCertificateEnding(Consumer<Instant> listener) {
        warning = Objects.requireNonNull(listener, "onCertificateEnding");
        return this;
    }

    /**
     * Sends one operation to another host than documented.
     *
     * @param operation its name, such as {@code limits.get}
     * @throws IllegalArgumentException if there is no such operation
     */
    public TBankBuilder host(String operation, HostKind host) {
        Operations.check(operation);
        hosts.put(operation, Objects.requireNonNull(host, "host"));
        return this;
    }

    /** Changes the common settings of both hosts: time limits, repeats, listener and so on. Runs once for each host. */
    public TBankBuilder http(Consumer<ClientConfig.Builder> settings) {
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
        Authorizer credentials = authorizer
                .or(() -> sandbox ? Optional.of(Authorizer.bearer(SANDBOX_TOKEN)) : Optional.empty())
                .orElseThrow(() -> new IllegalArgumentException("token is missing"));
        Optional<SSLContext> tls = securedTls.or(() -> certificate.map(ClientCertificate::sslContext));
        ClientConfig ordinary = config(environment.ordinary(), UnaryOperator.identity());
        ClientConfig secured =
                config(environment.secured(), settings -> tls.isPresent() ? settings.sslContext(tls.get()) : settings);
        CertificateGuard guard = new CertificateGuard(
                new CertificateGuard.Settings(
                        environment.needsCertificate(),
                        tls.isPresent(),
                        securedTls.isPresent() ? Optional.empty() : certificate.map(ClientCertificate::expiresAt)),
                WARN_EARLY,
                warning,
                ordinary.time());
        return new TBank(new BankClient(engine(ordinary, credentials), engine(secured, credentials), hosts, guard));
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
                .build();
    }
}
