package io.mostik.datahub.bitrix24;

import io.mostik.core.Secret;
import io.mostik.datahub.connector.HubAccount;
import io.mostik.datahub.connector.HubConnector;
import io.mostik.datahub.connector.OwnField;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Deals at Bitrix24, in the cloud or on a server of your own. The key is the address of an incoming webhook with the
 * scope {@code crm}. The type of an order is its category; deals have no lines here, and no names of employees and
 * sources. Thread-safe.
 *
 * <pre>{@code
 * OwnField cost = new OwnField("ufCrm_1700000000001", Optional.of("Cost"), OwnField.Kind.NUMBER);
 * HubConnection.builder(store, Bitrix24Connector.create(cost)).build().connect(webhook);
 * }</pre>
 */
public final class Bitrix24Connector implements HubConnector {

    private final Function<Secret, Bitrix24> clients;
    private final List<OwnField> ownFields;

    private Bitrix24Connector(Function<Secret, Bitrix24> clients, List<OwnField> ownFields) {
        this.clients = Objects.requireNonNull(clients, "clients");
        this.ownFields = List.copyOf(ownFields);
    }

    /**
     * Returns the connector whose clients have the default settings.
     *
     * @param ownFields the portal's own fields of deals that filters, expressions and columns may name
     */
    public static Bitrix24Connector create(OwnField... ownFields) {
        return of(key -> Bitrix24.builder().webhook(key).build(), List.of(ownFields));
    }

    /**
     * Returns the connector with clients of your own.
     *
     * @param clients makes a client with the address of a webhook; the connection closes it
     */
    public static Bitrix24Connector of(Function<Secret, Bitrix24> clients, List<OwnField> ownFields) {
        return new Bitrix24Connector(clients, ownFields);
    }

    @Override
    public String vendor() {
        return "bitrix24";
    }

    @Override
    public HubAccount open(Secret key) {
        return new Bitrix24Account(clients.apply(key), ownFields);
    }

    @Override
    public String toString() {
        return "Bitrix24Connector";
    }
}
