package io.mostik.datahub.remonline;

import io.mostik.core.Secret;
import io.mostik.datahub.connector.HubAccount;
import io.mostik.datahub.connector.HubConnector;
import io.mostik.remonline.RemOnline;
import java.util.Objects;
import java.util.function.Function;

/**
 * The Smart Data Hub over RemOnline / RO App, version 2 of its API.
 *
 * <pre>{@code
 * HubConnection hub = HubConnection.builder(store, RemOnlineConnector.create()).name("workshop-7").build();
 * hub.connect(key);
 * }</pre>
 *
 * <p>{@link #of} takes clients with settings of your own, such as a {@link io.mostik.core.http.SdkRuntime} shared by all
 * tenants. Three calls a second, shared with all other clients of the key. Thread-safe.
 */
public final class RemOnlineConnector implements HubConnector {

    private final Function<Secret, RemOnline> clients;

    private RemOnlineConnector(Function<Secret, RemOnline> clients) {
        this.clients = Objects.requireNonNull(clients, "clients");
    }

    /** Returns the connector whose clients have the default settings. */
    public static RemOnlineConnector create() {
        return of(key -> RemOnline.builder().apiKey(key).build());
    }

    /**
     * Returns the connector with clients of your own.
     *
     * @param clients makes a client with a key; the connection closes it
     */
    public static RemOnlineConnector of(Function<Secret, RemOnline> clients) {
        return new RemOnlineConnector(clients);
    }

    @Override
    public String vendor() {
        return "remonline";
    }

    @Override
    public HubAccount open(Secret key) {
        return new RemOnlineAccount(clients.apply(key));
    }

    @Override
    public String toString() {
        return "RemOnlineConnector";
    }
}
