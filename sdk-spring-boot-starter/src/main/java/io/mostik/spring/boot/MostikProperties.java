package io.mostik.spring.boot;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings that all vendors share.
 *
 * @param problemDetails whether a failure of a vendor that leaves a controller becomes a problem detail
 * @param http settings of HTTP for all clients
 * @param runtime what clients share
 * @param store where the SDK remembers
 * @param outbox the outbox
 * @param inbox where events of webhooks are handled
 * @param health when a client counts as failing
 */
@ConfigurationProperties("mostik")
record MostikProperties(
        @DefaultValue("true") boolean problemDetails,
        @NestedConfigurationProperty @Nullable HttpSettings http,
        @DefaultValue Connections runtime,
        @DefaultValue Store store,
        @DefaultValue Outbox outbox,
        @DefaultValue Inbox inbox,
        @DefaultValue Health health) {

    static final String HTTP = "mostik.http";

    /**
     * Returns these properties.
     *
     * @throws IllegalArgumentException if one cannot work; names it
     */
    MostikProperties checked() {
        if (http != null) {
            http.check(HTTP);
        }
        Needed.positive(runtime.connectTimeout(), "mostik.runtime.connect-timeout");
        Needed.within(runtime.connectionsPerHost(), 1, Integer.MAX_VALUE, "mostik.runtime.connections-per-host");
        Needed.positive(outbox.poll(), "mostik.outbox.poll");
        Needed.within(outbox.tries(), 1, Integer.MAX_VALUE, "mostik.outbox.tries");
        Needed.within(inbox.threads(), 1, Integer.MAX_VALUE, "mostik.inbox.threads");
        Needed.within(health.failures(), 1, Integer.MAX_VALUE, "mostik.health.failures");
        return this;
    }

    /**
     * What clients share.
     *
     * @param connectTimeout longest time to a connection, TLS included
     * @param connectionsPerHost how many connections are open to one host at a time
     */
    public record Connections(
            @DefaultValue("5s") Duration connectTimeout,
            @DefaultValue("20") int connectionsPerHost) {}

    /**
     * Where the SDK remembers what must survive a call.
     *
     * @param type the application's database (jdbc), the memory of this process, which forgets all at its end (memory), or nowhere (none)
     */
    public record Store(@DefaultValue("jdbc") Type type) {

        /** Where. */
        public enum Type {
            /** In the table {@code mostik_state} of the application's {@code DataSource}. */
            JDBC,
            /** In memory; for trying out. */
            MEMORY,
            /** Nowhere: the application defines a {@code StateStore} itself, or needs none. */
            NONE
        }
    }

    /**
     * The outbox.
     *
     * @param enabled whether this process does what is due
     * @param poll how often it looks for what other processes left, or what is to be tried again
     * @param tries after how many failures a message becomes a dead letter
     */
    public record Outbox(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("10s") Duration poll,
            @DefaultValue("12") int tries) {}

    /**
     * Where events of webhooks are handled.
     *
     * @param threads how many events are handled at a time
     */
    public record Inbox(@DefaultValue("16") int threads) {}

    /**
     * When a client counts as failing.
     *
     * @param failures after how many failed calls in a row
     */
    public record Health(@DefaultValue("5") int failures) {}
}
