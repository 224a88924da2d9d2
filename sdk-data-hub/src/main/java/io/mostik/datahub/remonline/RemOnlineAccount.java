package io.mostik.datahub.remonline;

import io.mostik.datahub.connector.FunnelSource;
import io.mostik.datahub.connector.HubAccount;
import io.mostik.datahub.connector.RecordSource;
import io.mostik.remonline.RemOnline;

/**
 * An account of RemOnline.
 *
 * @param client has the key
 */
record RemOnlineAccount(RemOnline client) implements HubAccount {

    @Override
    public void prove() {
        client.company().get();
    }

    @Override
    public FunnelSource funnel() {
        return new RemOnlineFunnel(client);
    }

    @Override
    public RecordSource records() {
        return new RemOnlineOrders(client);
    }

    @Override
    public void close() {
        client.close();
    }
}
