package io.mostik.core.once;

import io.mostik.core.StateStore;
import io.mostik.core.StateStore.Entry;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Lists open writes by their index, so that the cost follows what is open and not what was ever done. */
final class OpenWrites {

    private final StateStore store;

    OpenWrites(StateStore store) {
        this.store = store;
    }

    Stream<OpenWrite> stream(String prefix) {
        return Stream.iterate(page(prefix, ""), page -> !page.isEmpty(), page -> page(prefix, last(page)))
                .flatMap(this::read);
    }

    private List<Entry> page(String prefix, String after) {
        return store.list(prefix, after, StateStore.PAGE);
    }

    private static String last(List<Entry> page) {
        return page.get(page.size() - 1).key();
    }

    private Stream<OpenWrite> read(List<Entry> page) {
        List<String> keys = page.stream()
                .map(entry -> OnceKeys.RECORDS + entry.key().substring(OnceKeys.OPEN.length()))
                .toList();
        Map<String, Entry> records = new HashMap<>();
        store.findAll(keys).forEach(entry -> records.put(entry.key(), entry));
        Instant now = store.now();
        return keys.stream()
                .flatMap(key -> Optional.ofNullable(records.get(key)).map(entry -> open(entry, now)).stream());
    }

    private static OpenWrite open(Entry entry, Instant now) {
        WriteRecord record = WriteRecord.parse(entry);
        String path = entry.key().substring(OnceKeys.RECORDS.length());
        int end = path.indexOf(OnceKeys.END_OF_KIND);
        boolean abandoned = record.state() == WriteState.SENDING
                && !record.at().plus(record.lease()).isAfter(now);
        return new OpenWrite(
                path.substring(0, end),
                path.substring(end + 1),
                record.state(),
                record.at(),
                abandoned,
                record.tries(),
                record.next(),
                record.why(),
                record.duplicated());
    }
}
