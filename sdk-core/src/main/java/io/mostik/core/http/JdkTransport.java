package io.mostik.core.http;

import io.mostik.core.Effect;
import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.SdkException;
import io.mostik.core.TimeSource;
import io.mostik.core.TransportException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The way out, and the only place that knows the JDK's HTTP client. HTTP/1.1, no redirects, no authenticator, blocking
 * sends, so many connections a host.
 */
final class JdkTransport implements Transport, AutoCloseable {

    private static final int PROXY_WANTS_CREDENTIALS = 407;

    private volatile @Nullable HttpClient client;
    private final Watchdog watchdog;
    private final HostLookup lookup;
    private final TimeSource time;
    private final Optional<ProxySettings> proxy;
    private final int connectionsPerHost;
    private final Map<String, Permits> connections = new ConcurrentHashMap<>();

    JdkTransport(SdkRuntime.Connection connection, SdkRuntime runtime) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(runtime.connectTimeout());
        connection.tls().ifPresent(builder::sslContext);
        builder.proxy(connection
                .proxy()
                .map(proxy -> ProxySelector.of(InetSocketAddress.createUnresolved(proxy.host(), proxy.port())))
                .orElse(HttpClient.Builder.NO_PROXY));
        this.client = builder.build();
        this.proxy = connection.proxy();
        this.connectionsPerHost = runtime.connectionsPerHost();
        this.watchdog = runtime.watchdog();
        this.lookup = runtime.lookup();
        this.time = connection.time();
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        URI address = address(request);
        lookup.find(request, proxy.map(ProxySettings::host).orElseGet(() -> hostOf(address)));
        return exchange(request, address, address.getAuthority());
    }

    /** The JDK's own type for an address has no host where the name is not by its rules, as with an underscore. */
    private static String hostOf(URI address) {
        String host = address.getHost();
        return host == null ? address.getAuthority() : host;
    }

    /** Returns the connections to a host, of which each call holds one while it sends. */
    Permits connections(String host) {
        return connections.computeIfAbsent(host, name -> Permits.of(connectionsPerHost));
    }

    private ApiResponse exchange(ApiRequest request, URI address, String peer) {
        HttpClient current = client;
        if (current == null) {
            throw closed(request);
        }
        JdkExchange exchange = new JdkExchange(request, watchdog, time);
        try {
            HttpResponse<DetachableBody> answer =
                    current.send(head(request, address, exchange.requestBody()), exchange);
            if (answer.statusCode() == PROXY_WANTS_CREDENTIALS && proxy.isPresent()) {
                throw refusedByProxy(request, proxy.get());
            }
            ResponseBody body = answer.body().take();
            return new ApiResponse(
                    answer.statusCode(),
                    new ApiHeaders(answer.headers().map()),
                    ResponseHeadValidator.isCompressed(answer.headers()) ? ResponseBody.EMPTY : body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw JdkFailures.interrupted(request, exchange, e);
        } catch (SdkException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw JdkFailures.describe(request, exchange, named(peer), e);
        } finally {
            exchange.forget();
        }
    }

    /** A read may be tried again, so it waits for the head only as long as for any piece; a write waits to the end. */
    private HttpRequest head(ApiRequest request, URI address, OneShotBody body) {
        Duration left = request.deadline().remaining();
        Duration silence = request.plan().silence();
        boolean shorter = request.effect() == Effect.READ && silence.compareTo(left) < 0;
        HttpRequest.Builder head =
                HttpRequest.newBuilder(address).method(request.method(), body).timeout(shorter ? silence : left);
        for (Field field : request.headers()) {
            head.header(field.name(), field.value());
        }
        proxy.flatMap(JdkTransport::credentials).ifPresent(value -> head.header("Proxy-Authorization", value));
        return head.build();
    }

    private static Optional<String> credentials(ProxySettings proxy) {
        return proxy.password().map(password -> {
            String pair = proxy.user().orElse("") + ":" + password.reveal();
            return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        });
    }

    private String named(String peer) {
        return proxy.map(through -> peer + " through the proxy " + through.host() + ":" + through.port())
                .orElse(peer);
    }

    private static TransportException refusedByProxy(ApiRequest request, ProxySettings proxy) {
        return new TransportException(
                "the proxy " + proxy.host() + ":" + proxy.port()
                        + " wants other credentials; for https it gets them only"
                        + " if the JVM was started with -Djdk.http.auth.tunneling.disabledSchemes=\"\"",
                FailureInfo.lasting(request.operation(), Outcome.NOT_SENT, Phase.CONNECT),
                null);
    }

    private static URI address(ApiRequest request) {
        if (request.deadline().passed()) {
            throw new TransportException(
                    "the deadline passed before anything was sent",
                    FailureInfo.lasting(request.operation(), Outcome.NOT_SENT, Phase.WAIT),
                    null);
        }
        try {
            return URI.create(request.address());
        } catch (IllegalArgumentException e) {
            throw new TransportException(
                    "the address is not valid; check the base URI and the path",
                    FailureInfo.lasting(request.operation(), Outcome.NOT_SENT, Phase.PREPARE),
                    null);
        }
    }

    private static TransportException closed(ApiRequest request) {
        return new TransportException(
                "the client is closed", FailureInfo.cancelled(request.operation(), Outcome.NOT_SENT, Phase.WAIT), null);
    }

    /**
     * Ends the client's threads and connections at once where the JDK can (21 and later). On 17 they end with the next
     * garbage collection, for nothing holds the client then: neither this object nor what its idle connections keep.
     */
    @Override
    public void close() {
        HttpClient current = client;
        client = null;
        if (current == null) {
            return;
        }
        try {
            HttpClient.class.getMethod("shutdownNow").invoke(current);
        } catch (ReflectiveOperationException e) {
            connections.clear();
        }
    }
}
