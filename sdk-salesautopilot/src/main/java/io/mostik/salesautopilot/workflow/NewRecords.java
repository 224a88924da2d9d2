package io.mostik.salesautopilot.workflow;

import io.mostik.core.PartialList;
import io.mostik.core.once.FeedSource;
import io.mostik.salesautopilot.ids.FieldName;
import io.mostik.salesautopilot.records.ContactRecord;
import io.mostik.salesautopilot.records.SystemField;
import io.mostik.salesautopilot.subscribers.Condition;
import io.mostik.salesautopilot.subscribers.RecordQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The records of a list by their time of sign-up, as the source of a feed. The vendor tells local times; they are counted
 * as if there were no summer time, since only their order and distance matter. A record without a time comes first.
 *
 * @param list asks the vendor
 * @param settings how much at once, which columns, which zone
 */
record NewRecords(Function<RecordQuery, List<ContactRecord>> list, RecordFeedSettings settings)
        implements FeedSource<ContactRecord> {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final int GROWTH = 2;

    static LocalDateTime local(Instant vendorTime) {
        return LocalDateTime.ofInstant(vendorTime, ZoneOffset.UTC);
    }

    @Override
    public String id(ContactRecord row) {
        return Long.toString(row.id().value());
    }

    @Override
    public Instant changedAt(ContactRecord row) {
        return row.subscribedAt().map(at -> at.toInstant(ZoneOffset.UTC)).orElse(Instant.EPOCH);
    }

    /** Later changes of a record are not told of: only the time of its sign-up counts. */
    @Override
    public String digest(ContactRecord row) {
        return "";
    }

    @Override
    public Instant vendorTime(Instant instant) {
        return LocalDateTime.ofInstant(instant, settings.zone()).toInstant(ZoneOffset.UTC);
    }

    /** Reads {@code seconds|id@seconds,id@seconds} of an earlier release too. */
    @Override
    public String upgrade(String state) {
        int bar = state.indexOf('|');
        if (bar < 0) {
            return state;
        }
        Instant upTo = Instant.ofEpochSecond(Long.parseLong(state.substring(0, bar)));
        Instant from = upTo.minus(settings.overlap());
        String seen = Arrays.stream(state.substring(bar + 1).split(",", -1))
                .filter(entry -> entry.contains("@"))
                .map(entry -> entry.replace("@", ":") + "000:")
                .collect(Collectors.joining(","));
        return upTo.toEpochMilli() + ";" + from.toEpochMilli() + ";" + seen;
    }

    @Override
    public Walk<ContactRecord> from(Instant from) {
        return new ChunkWalk(from.truncatedTo(ChronoUnit.SECONDS));
    }

    /** Asks for chunks after a time, for the vendor has no offset; for larger ones where a second holds more. */
    private final class ChunkWalk implements Walk<ContactRecord> {

        private Instant bound;
        private int limit = settings.chunk();
        private boolean done;

        ChunkWalk(Instant from) {
            this.bound = from;
        }

        @Override
        public boolean isDone() {
            return done;
        }

        @Override
        public Instant completeBefore() {
            return bound;
        }

        @Override
        public List<ContactRecord> next() {
            List<ContactRecord> chunk = list.apply(query(bound));
            done = PartialList.came(chunk) < limit;
            Instant reached = chunk.isEmpty() ? bound : changedAt(chunk.get(chunk.size() - 1));
            if (reached.isAfter(bound)) {
                bound = reached;
            } else if (!done) {
                limit = Math.multiplyExact(limit, GROWTH);
            }
            return chunk;
        }

        /** The vendor knows "after" only, so it is asked for what came after the second before. */
        private RecordQuery query(Instant from) {
            Instant after = from.minus(Duration.ofSeconds(1));
            RecordQuery.Builder query = RecordQuery.builder().limit(limit);
            if (after.isAfter(Instant.EPOCH)) {
                query.addConditions(Condition.greater(SystemField.SUBDATE, SECONDS.format(local(after))));
            }
            if (!settings.columns().isEmpty()) {
                Set<FieldName> columns = new LinkedHashSet<>(List.of(SystemField.ID, SystemField.SUBDATE));
                columns.addAll(settings.columns());
                query.addAllColumns(columns);
            }
            return query.build();
        }
    }
}
