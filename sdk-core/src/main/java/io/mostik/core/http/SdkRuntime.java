package io.mostik.core.http;

import io.mostik.core.Async;
import io.mostik.core.TimeSource;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Owns what clients share: the HTTP client with its connections, the scheduler, the threads of {@link #async()}, and the
 * limits of each credential. Clients on top of it are cheap: make one per tenant. Clients without a runtime of
 * their own share one, which ends with the last of them. Thread-safe.
 */
public final class SdkRuntime implements AutoCloseable {

    private static final int IDLE_SECONDS = 5;

    private static @Nullable SdkRuntime shared;
    private static int sharedUsers;

    private final Duration connectTimeout;
    private final int connectionsPerHost;
    private final UnaryOperator<Runnable> taskDecorator;
    private final ScheduledThreadPoolExecutor scheduler;
    private final Watchdog watchdog;
    private final HostLookup lookup;
    private final SharedLimits limits = new SharedLimits();
    private final Map<Connection, Shared> transports = new HashMap<>();
    private final Set<CallsInFlight> calls =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private @Nullable Async async;
    private volatile boolean closed;

    private SdkRuntime(Builder builder) {
        this.connectTimeout = builder.connectTimeout;
        this.connectionsPerHost = builder.connectionsPerHost;
        this.taskDecorator = builder.taskDecorator;
        this.scheduler = new ScheduledThreadPoolExecutor(1, SdkRuntime::daemon);
        scheduler.setRemoveOnCancelPolicy(true);
        scheduler.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        scheduler.allowCoreThreadTimeOut(true);
        this.watchdog = new Watchdog(scheduler);
        this.lookup = new HostLookup(builder.resolver);
    }

    /** Returns a runtime with default settings. */
    public static SdkRuntime create() {
        return builder().build();
    }

    /** Returns a builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns what runs blocking calls as futures; its threads are made when first used and end with the runtime. */
    public synchronized Async async() {
        if (async == null) {
            async = Async.create().taskDecorator(taskDecorator);
        }
        return async;
    }

    /** Ends threads and connections, at once and as often as called; calls under way fail as cancelled. */
    @Override
    public void close() {
        closed = true;
        List.copyOf(calls).forEach(CallsInFlight::close);
        synchronized (transports) {
            transports.values().forEach(shared -> shared.transport.close());
            transports.clear();
        }
        scheduler.shutdownNow();
        lookup.close();
        synchronized (this) {
            if (async != null) {
                async.close();
            }
        }
    }

    /** Returns the way out for these settings and counts one user more; {@link #leave} counts it out again. */
    JdkTransport transport(ClientConfig config) {
        if (closed) {
            throw new IllegalStateException("the runtime is closed");
        }
        synchronized (transports) {
            Shared shared =
                    transports.computeIfAbsent(Connection.of(config), key -> new Shared(new JdkTransport(key, this)));
            shared.users++;
            return shared.transport;
        }
    }

    /** Counts a user out; the last one closes the connections. */
    void leave(ClientConfig config) {
        synchronized (transports) {
            Connection connection = Connection.of(config);
            Shared shared = transports.get(connection);
            if (shared != null && --shared.users == 0) {
                transports.remove(connection);
                shared.transport.close();
            }
        }
    }

    CallsInFlight track(CallsInFlight some) {
        calls.add(some);
        return some;
    }

    void untrack(CallsInFlight some) {
        calls.remove(some);
    }

    Duration connectTimeout() {
        return connectTimeout;
    }

    int connectionsPerHost() {
        return connectionsPerHost;
    }

    Watchdog watchdog() {
        return watchdog;
    }

    HostLookup lookup() {
        return lookup;
    }

    SharedLimits limits() {
        return limits;
    }

    static synchronized SdkRuntime useShared() {
        if (shared == null) {
            shared = create();
        }
        sharedUsers++;
        return shared;
    }

    static synchronized void leaveShared() {
        sharedUsers--;
        if (sharedUsers == 0 && shared != null) {
            shared.close();
            shared = null;
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "mostik-watchdog");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * What tells one HTTP client from another. Compares by hand: the comparison that the JDK makes for a record leaves
     * the types it met last in a cache of the JDK, and with them the class loader of an application that was taken
     * away.
     */
    record Connection(Optional<SSLContext> tls, Optional<ProxySettings> proxy, TimeSource time) {

        static Connection of(ClientConfig config) {
            return new Connection(config.sslContext(), config.proxy(), config.time());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Connection same
                    && tls.equals(same.tls)
                    && proxy.equals(same.proxy)
                    && time.equals(same.time);
        }

        @Override
        public int hashCode() {
            return Objects.hash(tls, proxy, time);
        }
    }

    /** An HTTP client and how many of our clients use it. */
    private static final class Shared {

        private final JdkTransport transport;
        private int users;

        private Shared(JdkTransport transport) {
            this.transport = transport;
        }
    }

    /** Collects the settings of a runtime. */
    public static final class Builder {

        private Duration connectTimeout = Duration.ofSeconds(5);
        private int connectionsPerHost = 20;
        private UnaryOperator<Runnable> taskDecorator = UnaryOperator.identity();
        private HostLookup.Resolver resolver = HostLookup.Resolver.ofJdk();

        private Builder() {}

        /** Sets the longest time to a connection, TLS included; 5 seconds by default. */
        public Builder connectTimeout(Duration longest) {
            if (longest.isZero() || longest.isNegative()) {
                throw new IllegalArgumentException("connectTimeout must be positive");
            }
            connectTimeout = Duration.ofNanos(Nanos.of(longest));
            return this;
        }

        /** Sets how many connections are open to one host at a time; 20 by default. */
        public Builder connectionsPerHost(int most) {
            if (most < 1) {
                throw new IllegalArgumentException("connectionsPerHost must be at least 1");
            }
            connectionsPerHost = most;
            return this;
        }

        /**
         * Sets what carries the context of a caller, such as the current span, over to the threads of {@link #async()}; nothing
         * is carried by default. See {@link Async#taskDecorator}.
         */
        public Builder taskDecorator(UnaryOperator<Runnable> decorator) {
            taskDecorator = Objects.requireNonNull(decorator, "taskDecorator");
            return this;
        }

        /** Sets the resolver of host names, for tests. */
        Builder resolver(HostLookup.Resolver newResolver) {
            resolver = newResolver;
            return this;
        }

        /** Returns the runtime. */
        public SdkRuntime build() {
            return new SdkRuntime(this);
        }
    }
}
