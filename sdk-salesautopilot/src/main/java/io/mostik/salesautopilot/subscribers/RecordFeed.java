package io.mostik.salesautopilot.subscribers;

import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.salesautopilot.ids.FieldName;
import io.mostik.salesautopilot.records.ContactRecord;
import io.mostik.salesautopilot.records.SystemField;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads the records that came since the last time, by their time of sign-up, since the vendor has no offset. Looks back a
 * while each time and leaves out what was handed over, so that records of the same second, late ones, and ones with an
 * earlier time within the look-back are not lost. Where it stands is kept in the store. Obtained from
 * {@code SubscribersApi.feed}. Thread-safe; of several nodes with one store one reads at a time.
 */
public final class RecordFeed {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final int GROWTH = 2;

    private final Function<RecordQuery, List<ContactRecord>> source;
    private final String key;
    private final StateStore store;
    private final FeedSettings settings;
    private final TimeSource time;

    RecordFeed(
            Function<RecordQuery, List<ContactRecord>> source,
            String key,
            StateStore store,
            FeedSettings settings,
            TimeSource time) {
        this.source = source;
        this.key = StateStore.checkKey(key);
        this.store = Objects.requireNonNull(store, "store");
        this.settings = Objects.requireNonNull(settings, "settings");
        this.time = Objects.requireNonNull(time, "time");
    }

    /**
     * Reads what is new and hands it over, oldest first. Where it stands is kept after each chunk, and when the handler
     * throws; if the process ends in between, the records of that chunk come again, otherwise each comes once.
     *
     * @param handler takes the records
     * @return how many were handed over; 0 too while another node reads
     */
    public int poll(Consumer<? super ContactRecord> handler) {
        if (!store.replace(key + "/lease", "", StateStore.ABSENT, Optional.of(LEASE))) {
            return 0;
        }
        long lease = version(key + "/lease");
        try {
            return read(handler);
        } finally {
            store.remove(key + "/lease", lease);
        }
    }

    /** Returns up to when everything has been handed over, in the vendor's time; empty before the first reading. */
    public Optional<LocalDateTime> upTo() {
        return store.find(key).map(entry -> FeedPosition.parse(entry.value()).upTo());
    }

    private int read(Consumer<? super ContactRecord> handler) {
        Reading reading = new Reading(store.find(key));
        LocalDateTime after = reading.position.readAfter(settings.overlap());
        int limit = settings.chunk();
        int handedOver = 0;
        while (true) {
            List<ContactRecord> chunk = source.apply(query(after, limit));
            handedOver += reading.handOver(chunk, handler);
            if (chunk.size() < limit) {
                return handedOver;
            }
            LocalDateTime next =
                    FeedPosition.dateOf(chunk.get(chunk.size() - 1)).minusSeconds(1);
            if (next.isAfter(after)) {
                after = next;
            } else {
                limit = Math.multiplyExact(limit, GROWTH);
            }
        }
    }

    private RecordQuery query(LocalDateTime after, int limit) {
        RecordQuery.Builder query = RecordQuery.builder().limit(limit);
        if (after.isAfter(FeedPosition.BEGINNING)) {
            query.addConditions(Condition.greater(SystemField.SUBDATE, SECONDS.format(after)));
        }
        if (!settings.columns().isEmpty()) {
            Set<FieldName> columns = new LinkedHashSet<>(List.of(SystemField.ID, SystemField.SUBDATE));
            columns.addAll(settings.columns());
            query.addAllColumns(columns);
        }
        return query.build();
    }

    private long version(String name) {
        return store.find(name).map(StateStore.Entry::version).orElse(StateStore.ABSENT);
    }

    /** One reading: the position, and the version under which it is kept. */
    private final class Reading {

        final FeedPosition position;
        private long version;

        Reading(Optional<StateStore.Entry> entry) {
            position = FeedPosition.parse(entry.map(StateStore.Entry::value).orElse(""));
            version = entry.map(StateStore.Entry::version).orElse(StateStore.ABSENT);
        }

        int handOver(List<ContactRecord> chunk, Consumer<? super ContactRecord> handler) {
            LocalDateTime now = LocalDateTime.ofInstant(time.now(), settings.zone());
            int count = 0;
            try {
                for (ContactRecord record : chunk) {
                    if (position.isNew(record)) {
                        handler.accept(record);
                        position.handedOver(record, now);
                        count++;
                    }
                }
            } finally {
                if (count > 0) {
                    keep();
                }
            }
            return count;
        }

        private void keep() {
            position.forgetBefore(settings.overlap());
            String text = position.toString();
            boolean kept = store.replace(key, text, version, Optional.empty());
            Optional<StateStore.Entry> now = store.find(key);
            if (!kept || now.filter(entry -> entry.value().equals(text)).isEmpty()) {
                throw new IllegalStateException("another node has read the feed meanwhile; poll again");
            }
            version = now.get().version();
        }
    }
}
