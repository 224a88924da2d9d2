package io.mostik.core.http;

import io.mostik.core.TimeSource;
import io.mostik.core.json.ModelStyle;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.immutables.value.Value;

/** The settings that all clients have. Vendors add theirs on their own builders. Immutable. */
@Value.Immutable
@ModelStyle
public interface ClientConfig {

    /**
     * Returns the address under which all paths lie: https, or http on this machine; without a slash at its end. A host
     * in letters of another alphabet becomes its form in ASCII ({@code xn--…}).
     */
    URI baseUri();

    /** Permits http to other machines, where anybody on the way can read credentials; not by default. */
    @Value.Default
    default boolean allowInsecureHttp() {
        return false;
    }

    /**
     * Returns the longest silence of the vendor: between two pieces of an answer and, for calls that only read, before
     * the first; 15 seconds by default. A write waits for the first piece until its deadline: giving up earlier would
     * leave unknown what waiting would tell.
     */
    @Value.Default
    default Duration timeout() {
        return Duration.ofSeconds(15);
    }

    /** The deadline of a client that sets none. */
    Duration USUAL_DEADLINE = Duration.ofSeconds(30);

    /**
     * Returns the longest time of a whole call, from the lookup of the host to the last byte, with all waits, repeats
     * and log-ins; 30 seconds by default. Some endpoints have a longer one of their own, such as writes at a bank and
     * downloads: there a deadline of less than 30 seconds holds too, a longer one does not.
     * {@link CallOptions#deadline()} replaces both.
     */
    @Value.Default
    default Duration deadline() {
        return USUAL_DEADLINE;
    }

    /** Returns when calls are repeated; {@link RetryPolicy#standard()} by default. */
    @Value.Default
    default RetryPolicy retry() {
        return RetryPolicy.standard();
    }

    /** Returns the limit of the credential; vendors set their documented one. */
    @Value.Default
    default RateLimit rateLimit() {
        return RateLimit.none();
    }

    /** Returns the limit that several processes keep together, asked after {@link #rateLimit()}; none by default. */
    @Value.Default
    default RateGate rateGate() {
        return RateGate.open();
    }

    /** Returns the largest answer that is read into memory, in bytes; 16 MB by default. */
    @Value.Default
    default int largestBody() {
        return 16 * 1024 * 1024;
    }

    /** Returns who is notified of calls; nobody by default. */
    @Value.Default
    default CallListener listener() {
        return CallListener.none();
    }

    /** Returns the clock; the machine's by default. */
    @Value.Default
    default TimeSource time() {
        return TimeSource.system();
    }

    /** Returns the value of the {@code User-Agent} header; {@code mostik} by default. */
    @Value.Default
    default String userAgent() {
        return "mostik";
    }

    /** Returns certificates: an own trust store, or a client certificate; the JDK's trust store by default. */
    Optional<SSLContext> sslContext();

    /** Returns the proxy to go through; none by default. */
    Optional<ProxySettings> proxy();

    /** Returns the transport to use in place of the JDK's HTTP client, for tests; none by default. */
    Optional<Transport> transport();

    /** Returns the runtime to share with other clients; it is not closed with the client. */
    Optional<SdkRuntime> runtime();

    /**
     * Returns a decorator around each try of a call; none by default. It sees the request before credentials
     * are added, and the answer after a reported error has become an exception. Whole calls are reported to the
     * {@link #listener()}.
     */
    @Value.Default
    default UnaryOperator<Transport> around() {
        return UnaryOperator.identity();
    }

    /**
     * Checks the settings, and brings the address into its usual form.
     *
     * @throws IllegalArgumentException if a setting cannot work; names it
     */
    @Value.Check
    default ClientConfig check() {
        Optional<URI> inAscii = HostNames.inAscii(baseUri());
        if (inAscii.isPresent()) {
            return builder().from(this).baseUri(inAscii.get()).build();
        }
        positive("timeout", timeout());
        positive("deadline", deadline());
        if (largestBody() < 1) {
            throw new IllegalArgumentException("largestBody must be at least 1");
        }
        refuse(
                HostNames.hasUnderscore(baseUri()),
                "names a host with an underscore, which Java's HTTP client does not reach");
        refuse(
                baseUri().getHost() == null || baseUri().getRawUserInfo() != null,
                "must name a host, without credentials");
        refuse(
                baseUri().getRawQuery() != null || baseUri().getRawFragment() != null,
                "must not have a query or fragment");
        String scheme = String.valueOf(baseUri().getScheme()).toLowerCase(Locale.ROOT);
        boolean plain = scheme.equals("http")
                && (allowInsecureHttp() || isThisMachine(baseUri().getHost()));
        refuse(!scheme.equals("https") && !plain, "must be https (or http on this machine, or with allowInsecureHttp)");
        String text = baseUri().toString();
        return text.endsWith("/")
                ? builder()
                        .from(this)
                        .baseUri(text.substring(0, text.length() - 1))
                        .build()
                : this;
    }

    /** Returns a builder with the defaults; {@code baseUri} must be set. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the settings. */
    final class Builder extends ImmutableClientConfig.Builder {

        Builder() {}

        /** Sets the address under which all paths lie: https, or http on this machine. */
        public Builder baseUri(String address) {
            try {
                return baseUri(URI.create(address));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("baseUri is not a valid address");
            }
        }
    }

    private static void refuse(boolean wrong, String text) {
        if (wrong) {
            throw new IllegalArgumentException("baseUri " + text);
        }
    }

    private static boolean isThisMachine(String host) {
        return host.equalsIgnoreCase("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    }

    private static void positive(String name, Duration duration) {
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException(name + " must be positive");
        }
    }
}
