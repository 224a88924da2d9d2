package io.mostik.bridge.link;

import io.mostik.bridge.store.BridgeDatabase;
import io.mostik.bridge.trigger.Feeds;
import io.mostik.core.SdkException;
import io.mostik.core.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Reads the feeds of links. A row is taken over in one commit with its intent; only then the position moves. */
final class LinkFeeds {

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(3);

    private final BridgeDatabase database;
    private final Feeds feeds;
    private final LinkRuns runs;
    private final TimeSource time;
    private final Supplier<LinkSet> links;
    private final Map<String, Instant> woken = new ConcurrentHashMap<>();

    LinkFeeds(BridgeDatabase database, Feeds feeds, LinkRuns runs, TimeSource time, Supplier<LinkSet> links) {
        this.database = database;
        this.feeds = feeds;
        this.runs = runs;
        this.time = time;
        this.links = links;
    }

    /** Reads the feed of a link, unless the link is gone, has none, or is paused. */
    void poll(String name) {
        LinkSet now = links.get();
        Optional<Link> link = now.find(name);
        Optional<LinkTable.Row> row = database.read("look at a link", c -> LinkTable.find(c, name));
        boolean isReadable = link.flatMap(found -> found.source().feed()).isPresent()
                && row.isPresent()
                && row.get().pausedAt().isEmpty();
        if (isReadable) {
            poll(now, link.get(), row.get());
        }
    }

    /** A paused link keeps what is posted; what is asked for stays where it is until the link goes on. */
    private void poll(LinkSet now, Link link, LinkTable.Row row) {
        Link.FeedRule rule = link.source().feed().orElseThrow();
        Feeds.Wanted wanted = new Feeds.Wanted(
                link.source().trigger(),
                link.source().connection(),
                row.feed(),
                rule.start().orElse(row.startedAt()),
                rule.list(),
                rule.documents());
        feeds.poll(wanted, event -> {
            boolean unused = runs.take(now, link, event);
        });
    }

    /** Reads the feeds of these triggers soon: now, unless that was done a moment ago. Whatever fails, the next reading is due. */
    void wake(List<String> triggers, String connection) {
        for (String trigger : triggers) {
            for (Link link : links.get().waitingFor(trigger, connection)) {
                Instant now = time.now();
                Instant last = woken.getOrDefault(link.name(), Instant.EPOCH);
                if (!now.isBefore(last.plus(SHORTEST_PAUSE))) {
                    woken.put(link.name(), now);
                    pollQuietly(link.name());
                }
            }
        }
    }

    private void pollQuietly(String name) {
        try {
            poll(name);
        } catch (SdkException e) {
            System.getLogger("io.mostik.bridge")
                    .log(System.Logger.Level.INFO, "link {0}: its feed could not be read on a hint", name);
        }
    }
}
