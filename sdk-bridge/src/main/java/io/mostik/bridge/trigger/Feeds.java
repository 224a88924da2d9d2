package io.mostik.bridge.trigger;

import io.mostik.bridge.Connections;
import io.mostik.bridge.onec.OnecBase;
import io.mostik.bridge.onec.OnecDocuments;
import io.mostik.bridge.onec.OnecQuery;
import io.mostik.bridge.store.StoredJson;
import io.mostik.core.TimeSource;
import io.mostik.core.once.FeedPoll;
import io.mostik.core.once.Once;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.workflow.RemOnlineFeeds;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.workflow.MarketingWorkflows;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks vendors for what is new: each row once for a name, on one node at a time. A row that throws comes again with the next
 * reading, and holds up those behind it. Thread-safe.
 */
public final class Feeds {

    private final Connections connections;
    private final Once once;
    private final TimeSource time;
    private final ZoneId zone;

    private Feeds(Connections connections, Once once, TimeSource time, ZoneId zone) {
        this.connections = Objects.requireNonNull(connections, "connections");
        this.once = Objects.requireNonNull(once, "once");
        this.time = Objects.requireNonNull(time, "time");
        this.zone = Objects.requireNonNull(zone, "zone");
    }

    /**
     * Returns the feeds of these accounts, whose positions are in the store of the engine.
     *
     * @param zone of days in 1C bases
     */
    public static Feeds of(Connections connections, Once once, TimeSource time, ZoneId zone) {
        return new Feeds(connections, once, time, zone);
    }

    /**
     * What is asked for.
     *
     * @param trigger {@code ro.order.changed}, {@code ro.person.changed}, {@code sa.record.new} or {@code onec.document}
     * @param connection the account
     * @param name the position is kept under it
     * @param start where it begins without a position
     * @param list the list, of vendors that have lists
     * @param documents which documents, of 1C
     */
    public record Wanted(
            String trigger,
            String connection,
            String name,
            Instant start,
            Optional<Long> list,
            Optional<OnecQuery> documents) {

        /** Checks that no part is missing. */
        public Wanted {
            Objects.requireNonNull(trigger, "trigger");
            Objects.requireNonNull(connection, "connection");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(start, "start");
            Objects.requireNonNull(list, "list");
            Objects.requireNonNull(documents, "documents");
        }
    }

    /**
     * Hands on what is new.
     *
     * @throws io.mostik.core.SdkException if the vendor cannot be read
     * @throws IllegalArgumentException if the trigger is none of these, or the connection is not there
     */
    public void poll(Wanted wanted, Consumer<BridgeEvent> events) {
        switch (wanted.trigger()) {
            case Triggers.RO_ORDER -> {
                FeedPoll unused = remOnline(wanted)
                        .orders(wanted.name())
                        .since(wanted.start())
                        .poll(order ->
                                events.accept(event(wanted, Long.toString(order.id()), order.modifiedAt(), order)));
            }
            case Triggers.RO_PERSON -> {
                FeedPoll unused = remOnline(wanted)
                        .people(wanted.name())
                        .since(wanted.start())
                        .poll(person ->
                                events.accept(event(wanted, Long.toString(person.id()), person.modifiedAt(), person)));
            }
            case Triggers.SA_RECORD -> {
                FeedPoll unused = records(wanted, events);
            }
            case OnecDocuments.TRIGGER -> documents(wanted, events);
            default -> throw new IllegalArgumentException(wanted.trigger() + " has no feed");
        }
    }

    private void documents(Wanted wanted, Consumer<BridgeEvent> events) {
        OnecQuery query = wanted.documents().orElseThrow(() -> new IllegalArgumentException("entity is missing"));
        OnecBase base = connections.client(wanted.connection(), OnecBase.class);
        OnecDocuments.Place place = new OnecDocuments.Place(wanted.name(), wanted.connection(), once.store());
        int unused = new OnecDocuments(base, query, place, time, zone).look(event -> {
            events.accept(event);
            return true;
        });
    }

    private FeedPoll records(Wanted wanted, Consumer<BridgeEvent> events) {
        ListId list = ListId.of(wanted.list().orElseThrow(() -> new IllegalArgumentException("list is missing")));
        return marketing(wanted)
                .newRecords(list, wanted.name())
                .since(wanted.start())
                .poll(record -> events.accept(new BridgeEvent(
                        wanted.trigger(),
                        wanted.connection(),
                        list.value() + "/" + record.id().value(),
                        time.now(),
                        record.raw())));
    }

    private BridgeEvent event(Wanted wanted, String id, Optional<Instant> changed, Object row) {
        String version = changed.map(Instant::toString).orElse("");
        return new BridgeEvent(
                wanted.trigger(),
                wanted.connection(),
                id + "@" + version,
                changed.orElseGet(time::now),
                StoredJson.plain(row));
    }

    private RemOnlineFeeds remOnline(Wanted wanted) {
        return RemOnlineFeeds.of(connections.client(wanted.connection(), RemOnline.class), once.store(), time);
    }

    private MarketingWorkflows marketing(Wanted wanted) {
        return MarketingWorkflows.of(connections.client(wanted.connection(), SalesAutopilot.class), once.store());
    }
}
