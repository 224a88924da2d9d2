package io.mostik.core.http;

import io.mostik.core.TimeSource;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The limits and budgets that all clients of one credential share in a runtime. Held weakly: they go when the last
 * client that uses them goes.
 */
final class SharedLimits {

    private final Map<Key, Held> held = new ConcurrentHashMap<>();
    private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

    RateGovernor governor(String host, Object credential, String scope, RateLimit limit, TimeSource time) {
        return shared(
                new Key(host, credential, scope, limit, time), RateGovernor.class, () -> new RateGovernor(limit, time));
    }

    RetryBudget budget(String host, Object credential) {
        return shared(
                new Key(host, credential, "retry", RateLimit.none(), TimeSource.system()),
                RetryBudget.class,
                RetryBudget::new);
    }

    /** Returns the key of a host: however it is spelt, and with its port whether that is said or not. */
    static String host(URI address) {
        int usual = "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
        String name = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        String undotted = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return undotted + ":" + (address.getPort() < 0 ? usual : address.getPort());
    }

    private synchronized <T> T shared(Key key, Class<T> type, Supplier<T> maker) {
        for (Reference<?> old = gone.poll(); old != null; old = gone.poll()) {
            held.values().remove(old);
        }
        Held known = held.get(key);
        Object present = known == null ? null : known.get();
        if (present != null) {
            return type.cast(present);
        }
        T made = maker.get();
        held.put(key, new Held(made, gone));
        return made;
    }

    /**
     * What a limit belongs to. Clients that state different limits for the same scope, or count by other clocks, do not share. Compares by hand, as
     * {@link SdkRuntime.Connection} does.
     */
    private record Key(String host, Object credential, String scope, RateLimit limit, TimeSource time) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Key same
                    && host.equals(same.host)
                    && credential.equals(same.credential)
                    && scope.equals(same.scope)
                    && time.equals(same.time)
                    && limit.calls() == same.limit.calls()
                    && limit.burst() == same.limit.burst()
                    && limit.atOnce() == same.limit.atOnce()
                    && limit.period().equals(same.limit.period());
        }

        @Override
        public int hashCode() {
            return Objects.hash(host, credential, scope, limit.calls(), limit.period());
        }

        @Override
        public String toString() {
            return host + " " + scope;
        }
    }

    /** Named, so that it can be removed from the map once its value is gone. */
    private static final class Held extends WeakReference<Object> {
        Held(Object value, ReferenceQueue<Object> queue) {
            super(value, queue);
        }
    }
}
