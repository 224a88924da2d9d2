package io.mostik.datahub;

import io.mostik.core.Secret;
import io.mostik.datahub.connector.FunnelSource;
import io.mostik.datahub.connector.HubAccount;
import io.mostik.datahub.connector.HubConnector;
import io.mostik.datahub.connector.RecordSource;
import io.mostik.datahub.remonline.RemOnlineConnector;

/**
 * A connector to the place's account during whose look at the dictionaries something else happens.
 *
 * @param place the account
 * @param meanwhile what happens
 */
record PausingConnector(HubEnv place, Runnable meanwhile) implements HubConnector {

    @Override
    public String vendor() {
        return real().vendor();
    }

    @Override
    public HubAccount open(Secret key) {
        HubAccount account = real().open(key);
        return new HubAccount() {
            @Override
            public void prove() {
                account.prove();
            }

            @Override
            public FunnelSource funnel() {
                meanwhile.run();
                return account.funnel();
            }

            @Override
            public RecordSource records() {
                return account.records();
            }

            @Override
            public void close() {
                account.close();
            }
        };
    }

    private HubConnector real() {
        return RemOnlineConnector.of(place::client);
    }
}
