package io.mostik.datahub;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mostik.core.StateStore;
import io.mostik.core.StateStoreException;
import io.mostik.core.TimeSource;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import io.mostik.core.once.Feed;
import io.mostik.core.once.FeedPoll;
import io.mostik.core.once.FeedSource;
import io.mostik.datahub.connector.HubAccount;
import io.mostik.datahub.connector.HubOrder;
import io.mostik.datahub.connector.PushedFilter;
import io.mostik.datahub.connector.RecordSource;
import io.mostik.datahub.connector.StageMove;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Changes for an engine that keeps positions itself, such as Airbyte or Kafka Connect: state in, state out, nothing kept
 * here. The engine sees to it that one reads at a time, and keeps a state after what came before it. States are texts, to
 * be given back as they are. Obtained from {@link HubConnection#changes}; thread-safe.
 */
public final class HubChanges {

    private static final JsonCodec JSON = JsonCodec.camelCase();
    private static final JsonType<Json> ANY = JsonType.of(Json.class);
    private static final int MOST_AGAIN = 500;

    private final HubAccount account;
    private final RecordMaker maker;
    private final String fingerprint;
    private final TimeSource time;

    HubChanges(HubAccount account, RecordMaker maker, HubSettings settings, TimeSource time) {
        this.account = account;
        this.maker = maker;
        this.fingerprint =
                UUID.nameUUIDFromBytes(settings.toJson().getBytes(UTF_8)).toString();
        this.time = time;
    }

    /**
     * Brings a table up to date, as {@link HubConnection#refresh} does. After a change of the settings all orders come again.
     *
     * @param state of the call before; empty to begin
     * @param states takes the state after each page
     * @throws StateStoreException if the state is none
     */
    public RunSummary orders(Optional<String> state, HubTable table, Consumer<String> states) {
        Objects.requireNonNull(table, "table");
        Json before = state.map(HubChanges::read)
                .filter(kept ->
                        kept.get("settings").text().filter(fingerprint::equals).isPresent())
                .orElseGet(() -> Json.of(null));
        Set<Long> again = new LinkedHashSet<>();
        before.get("again").elements().forEach(id -> id.wholeNumber().ifPresent(again::add));
        Counter counter = new Counter();
        RecordSource orders = account.records();
        for (long id : List.copyOf(again).subList(0, Math.min(again.size(), MOST_AGAIN))) {
            again.remove(id);
            orders.find(id).ifPresentOrElse(order -> apply(order, table, counter, again), () -> table.remove(id));
        }
        Map<Long, UnreadPage> unread = new LinkedHashMap<>();
        WatchedChanges changes = new WatchedChanges(
                orders.changes(time, counter::unreadable),
                counter,
                from -> unread.putIfAbsent(from, new UnreadPage(from, 0)));
        for (UnreadPage page : unread(before)) {
            boolean whole = changes.readAgain(page.from(), order -> apply(order, table, counter, again));
            page.after(whole).ifPresent(next -> unread.put(next.from(), next));
        }
        FeedPoll poll = feed("orders", changes)
                .poll(
                        before.get("feed").text(),
                        order -> apply(order, table, counter, again),
                        next -> states.accept(write(next, again, unread.values())));
        return counter.tally(poll.end());
    }

    private void apply(HubOrder order, HubTable table, Counter counter, Set<Long> again) {
        RecordMaker.Made made = maker.make(order, counter);
        made.record().ifPresentOrElse(table::put, () -> table.remove(order.id()));
        if (!maker.dependsOnItems() || (made.isWhole() && maker.items().isSettled(order))) {
            again.remove(order.id());
        } else {
            again.add(order.id());
        }
    }

    /**
     * Tells the moves of orders to statuses: the vendor's history, else each state that is seen, as observed.
     *
     * @param state of the call before; empty to begin
     * @param states takes the state after each page
     */
    public FeedPoll moves(Optional<String> state, Consumer<StageMove> moves, Consumer<String> states) {
        Optional<FeedSource<StageMove>> history = account.moves();
        if (history.isPresent()) {
            return feed("moves", history.get()).poll(state, moves, states);
        }
        return feed("observed", account.records().changes(time, rows -> {}))
                .poll(state, order -> observed(order).ifPresent(moves), states);
    }

    static Optional<StageMove> observed(HubOrder order) {
        return order.modifiedAt()
                .or(order::createdAt)
                .flatMap(at -> order.statusId().map(status -> new StageMove(0, order.id(), status, at, true)));
    }

    /**
     * Tells the orders that have been deleted since the call before. Reads the ids of all orders, and asks for each that is
     * missing. The state holds the ids of all orders, runs of them in short.
     *
     * @param state of the call before; without one nothing is told
     * @return the state for the next call
     */
    public String deletions(Optional<String> state, LongConsumer gone) {
        IdRanges now = new IdRanges();
        RecordSource orders = account.records();
        orders.list(PushedFilter.NONE, rows -> {}).forEach(order -> now.add(order.id()));
        Set<Long> deleted = new LinkedHashSet<>();
        Iterable<Long> missing = () -> state.map(IdRanges::parse).orElseGet(IdRanges::new).stream()
                .filter(id -> !now.has(id))
                .iterator();
        orders.findDeleted(missing, deleted::add);
        missing.forEach(id -> {
            if (!deleted.contains(id)) {
                now.add(id);
            }
        });
        deleted.forEach(gone::accept);
        return now.toString();
    }

    private <T> Feed<T> feed(String name, FeedSource<T> source) {
        return Feed.of(StateStore.inMemory(time), time, name, source);
    }

    private static List<UnreadPage> unread(Json state) {
        List<UnreadPage> pages = new ArrayList<>();
        for (Json page : state.get("unread").elements()) {
            page.get("from")
                    .wholeNumber()
                    .ifPresent(from -> pages.add(new UnreadPage(from, (int)
                            page.get("tries").wholeNumber().orElse(0L).longValue())));
        }
        return pages;
    }

    private String write(String feed, Set<Long> again, Collection<UnreadPage> unread) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("settings", fingerprint);
        state.put("feed", feed);
        state.put("again", again);
        if (!unread.isEmpty()) {
            state.put("unread", unread);
        }
        return new String(JSON.write(state), UTF_8);
    }

    private static Json read(String state) {
        try {
            return JSON.read(ANY, state.getBytes(UTF_8));
        } catch (JsonException e) {
            throw new StateStoreException("this is no state of changes", e);
        }
    }
}
