package io.mostik.datahub.bitrix24;

import io.mostik.core.once.FeedSource;
import io.mostik.datahub.connector.StageMove;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The vendor's history of stages, as far back as it goes.
 *
 * @param client asks
 */
record DealMoves(Bitrix24 client) implements FeedSource<StageMove>, KeysetWalk.Pages<StageMove> {

    private static final String TIME = "CREATED_TIME";
    private static final String ID = "ID";

    @Override
    public Walk<StageMove> from(Instant from) {
        return new KeysetWalk<>(this, this, StageMove::id, from);
    }

    @Override
    public String id(StageMove row) {
        return Long.toString(row.id());
    }

    @Override
    public Instant changedAt(StageMove row) {
        return row.at();
    }

    @Override
    public List<StageMove> since(Instant from) {
        return moves(new DealQuery(Map.of(), List.of(TIME, ID)).where(">=" + TIME, from));
    }

    @Override
    public List<StageMove> within(Instant second, long afterId) {
        return moves(new DealQuery(Map.of(), List.of(ID))
                .where(">=" + TIME, second)
                .where("<" + TIME, second.plusSeconds(1))
                .where(">" + ID, afterId));
    }

    private List<StageMove> moves(DealQuery query) {
        return client.moves(query).stream()
                .map(move -> new StageMove(move.id(), move.dealId(), move.stageId(), move.at(), false))
                .toList();
    }
}
