package io.mostik.core.http;

import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.TimeSource;
import io.mostik.core.TransportException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Looks up names within the deadline of a call. The JDK's client looks up the name of the host on the thread of the call,
 * where neither a time limit nor an interrupt reaches it; a name server that is silent takes 10 to 40 seconds. So the name
 * is looked up here first, on a few threads that a call can leave behind, and the JDK then finds the answer in its own cache.
 * One lookup of a name serves all calls; its answer counts for a second, good or bad. Thread-safe.
 */
final class HostLookup implements AutoCloseable {

    private static final TimeSource TIME = TimeSource.system();
    private static final int THREADS = 4;
    private static final int IDLE_SECONDS = 5;
    private static final int MOST_WAITING = 1_000;
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Resolver resolver;
    private final ThreadPoolExecutor threads;
    private final Map<String, Lookup> known = new ConcurrentHashMap<>();

    /** Asks for the addresses of a name, for as long as that takes. */
    @FunctionalInterface
    interface Resolver {

        /** Throws an exception if there are none. */
        Object resolve(String host) throws UnknownHostException;

        /** Returns the JDK's. */
        static Resolver ofJdk() {
            return InetAddress::getAllByName;
        }
    }

    HostLookup(Resolver resolver) {
        this.resolver = resolver;
        this.threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING),
                HostLookup::daemon);
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Waits until a name has been looked up, no longer than the request's deadline.
     *
     * @throws TransportException if it has no address, or none was found in time; nothing was sent then
     */
    void find(ApiRequest request, String host) {
        if (isAddress(host)) {
            return;
        }
        Lookup lookup = known.get(host);
        if (lookup == null || lookup.isStale()) {
            lookup = known.compute(
                    host, (name, present) -> present == null || present.isStale() ? started(request, name) : present);
        }
        if (!lookup.isFoundLately()) {
            await(request, host, lookup);
        }
    }

    private Lookup started(ApiRequest request, String host) {
        Lookup fresh = new Lookup(resolver, host);
        try {
            threads.execute(fresh);
            return fresh;
        } catch (RejectedExecutionException e) {
            throw failed(request, "too many names wait to be looked up, or the runtime is closed");
        }
    }

    private static void await(ApiRequest request, String host, Lookup lookup) {
        try {
            Object unusedAddresses = lookup.get(Math.max(request.deadline().remainingNanos(), 0), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw failed(request, "no name server answered for " + host + " before the deadline");
        } catch (ExecutionException e) {
            throw failed(request, "host " + host + " not found");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException(
                    "cancelled", FailureInfo.cancelled(request.operation(), Outcome.NOT_SENT, Phase.RESOLVE), e);
        }
    }

    private static TransportException failed(ApiRequest request, String text) {
        return new TransportException(
                text, FailureInfo.temporary(request.operation(), Outcome.NOT_SENT, Phase.RESOLVE), null);
    }

    /** Addresses in digits need no lookup. */
    private static boolean isAddress(String host) {
        char last = host.charAt(host.length() - 1);
        return last == ']' || (last >= '0' && last <= '9');
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "mostik-lookup");
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** One lookup, which any number of calls wait for. */
    private static final class Lookup extends FutureTask<Object> {

        private volatile @Nullable Long endedAt;
        private volatile boolean found;

        Lookup(Resolver resolver, String host) {
            super(() -> resolver.resolve(host));
        }

        @Override
        protected void set(Object addresses) {
            found = true;
            super.set(addresses);
        }

        @Override
        protected void done() {
            endedAt = TIME.nanoTime();
        }

        boolean isStale() {
            Long ended = endedAt;
            return ended != null && TIME.nanoTime() - ended > FRESH_NANOS;
        }

        boolean isFoundLately() {
            return found && endedAt != null && !isStale();
        }
    }
}
