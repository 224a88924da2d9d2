package io.mostik.datahub.airbyte;

import io.mostik.core.TimeSource;
import io.mostik.core.once.FeedPoll;
import io.mostik.datahub.HubChanges;
import io.mostik.datahub.HubConnection;
import io.mostik.datahub.HubTable;
import io.mostik.datahub.RunSummary;
import io.mostik.datahub.report.HubColumn;
import io.mostik.datahub.report.HubRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads streams. Belongs to one call of {@code read}. */
final class AirbyteRead {

    private final HubConnection hub;
    private final HubChanges changes;
    private final List<HubColumn> columns;
    private final AirbyteOutput out;
    private final TimeSource time;

    AirbyteRead(HubConnection hub, List<HubColumn> columns, AirbyteOutput out, TimeSource time) {
        this.hub = hub;
        this.changes = hub.changes();
        this.columns = columns;
        this.out = out;
        this.time = time;
    }

    /** Reads a stream from its state, if it has one. */
    void stream(AirbyteStream stream, Optional<String> state) {
        out.status(stream, "STARTED");
        try {
            switch (stream) {
                case ORDERS -> {
                    RunSummary unused =
                            changes.orders(state, new Lines(state.isPresent()), next -> out.state(stream, next));
                }
                case PEOPLE -> hub.dictionaries().employees().forEach(this::person);
                case STAGE_HISTORY -> {
                    FeedPoll unused = changes.moves(
                            state,
                            move -> out.record(
                                    stream,
                                    row(
                                            "order_id", move.orderId(),
                                            "status_id", move.statusId(),
                                            "moved_at", move.at().toString(),
                                            "observed", move.observed())),
                            next -> out.state(stream, next));
                }
                case DELETIONS -> {
                    String next = changes.deletions(
                            state,
                            id -> out.record(
                                    stream,
                                    row(
                                            "order_id",
                                            id,
                                            AirbyteStream.DELETED_AT,
                                            time.now().toString())));
                    out.state(stream, next);
                }
            }
        } catch (RuntimeException e) {
            out.status(stream, "INCOMPLETE");
            throw e;
        }
        out.status(stream, "COMPLETE");
    }

    private void person(long id, String name) {
        out.record(AirbyteStream.PEOPLE, row("id", id, "name", name));
    }

    private static Map<String, Object> row(Object... namesAndValues) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return row;
    }

    /** Orders that leave come as a row with the time when that was seen; not on a first read, where none was there. */
    private final class Lines implements HubTable {

        private final boolean goesOn;

        Lines(boolean goesOn) {
            this.goesOn = goesOn;
        }

        @Override
        public void put(HubRecord order) {
            Map<String, Object> data = new LinkedHashMap<>();
            for (HubColumn column : columns) {
                column.value()
                        .apply(order)
                        .ifPresent(value -> data.put(
                                column.snakeName(), column.kind() == HubColumn.Kind.TIME ? value.toString() : value));
            }
            out.record(AirbyteStream.ORDERS, data);
        }

        @Override
        public void remove(long orderId) {
            if (goesOn) {
                out.record(
                        AirbyteStream.ORDERS,
                        row(
                                "order_id",
                                orderId,
                                AirbyteStream.DELETED_AT,
                                time.now().toString()));
            }
        }
    }
}
