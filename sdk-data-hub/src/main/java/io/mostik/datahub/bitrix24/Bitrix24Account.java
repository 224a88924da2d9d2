package io.mostik.datahub.bitrix24;

import io.mostik.core.once.FeedSource;
import io.mostik.datahub.connector.FunnelSource;
import io.mostik.datahub.connector.HubAccount;
import io.mostik.datahub.connector.OwnField;
import io.mostik.datahub.connector.RecordSource;
import io.mostik.datahub.connector.StageMove;
import java.util.List;
import java.util.Optional;

/**
 * A portal.
 *
 * @param client has the key
 * @param ownFields of deals
 */
record Bitrix24Account(Bitrix24 client, List<OwnField> ownFields) implements HubAccount {

    @Override
    public void prove() {
        List<Category> unused = client.categories();
    }

    @Override
    public FunnelSource funnel() {
        return new Bitrix24Funnel(client, ownFields);
    }

    @Override
    public RecordSource records() {
        return new Bitrix24Deals(client, ownFields);
    }

    @Override
    public Optional<FeedSource<StageMove>> moves() {
        return Optional.of(new DealMoves(client));
    }

    @Override
    public void close() {
        client.close();
    }
}
