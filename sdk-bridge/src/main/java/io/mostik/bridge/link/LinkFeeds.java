package io.mostik.bridge.link;

import io.mostik.bridge.store.BridgeDatabase;
import io.mostik.bridge.trigger.BridgeEvent;
import io.mostik.bridge.trigger.Feeds;
import io.mostik.core.SdkException;
import io.mostik.core.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reads the feeds of links. A row is taken over in one commit with its intent; only then the position moves. */
final class LinkFeeds {

    private static final System.Logger LOG = System.getLogger("io.mostik.bridge");
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(3);

    private final BridgeDatabase database;
    private final Feeds feeds;
    private final LinkRuns runs;
    private final TimeSource time;
    private final RunningSet links;
    private final Map<String, Instant> woken = new ConcurrentHashMap<>();

    LinkFeeds(BridgeDatabase database, Feeds feeds, LinkRuns runs, TimeSource time, RunningSet links) {
        this.database = database;
        this.feeds = feeds;
        this.runs = runs;
        this.time = time;
        this.links = links;
    }

    /** Reads the feed of a link, unless the link is gone, has none, or is paused. */
    void poll(String name) {
        Optional<Link> link = links.current().find(name);
        Optional<LinkTable.Row> row = database.read("look at a link", c -> LinkTable.find(c, name));
        boolean isReadable = link.flatMap(found -> found.source().feed()).isPresent()
                && row.isPresent()
                && row.get().pausedAt().isEmpty();
        if (isReadable) {
            poll(link.get(), row.get());
        }
    }

    /** A paused link keeps what is posted; what is asked for stays where it is until the link goes on. */
    private void poll(Link link, LinkTable.Row row) {
        Link.FeedRule rule = link.source().feed().orElseThrow();
        Feeds.Wanted wanted = new Feeds.Wanted(
                link.source().trigger(),
                link.source().connection(),
                row.feed(),
                rule.start().orElse(row.startedAt()),
                rule.list(),
                rule.documents());
        try {
            feeds.poll(wanted, event -> links.with(now -> take(now, link.name(), event)));
        } catch (LinkGone e) {
            LOG.log(System.Logger.Level.INFO, "link {0} is gone: what its feed still has stays there", link.name());
        }
    }

    /** A page may be long: each row goes through the link as it is by then, and none once the link is gone. */
    private void take(LinkSet now, String name, BridgeEvent event) {
        Link link = now.find(name).orElseThrow(LinkGone::new);
        boolean unused = runs.take(now, link, event);
    }

    /** The link is not there any more, so that the position of its feed must not move. */
    private static final class LinkGone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LinkGone() {
            super("the link is gone", null, false, false);
        }
    }

    /** Reads the feeds of these triggers soon: now, unless that was done a moment ago. Whatever fails, the next reading is due. */
    void wake(List<String> triggers, String connection) {
        for (String trigger : triggers) {
            for (Link link : links.current().waitingFor(trigger, connection)) {
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
            LOG.log(System.Logger.Level.INFO, "link {0}: its feed could not be read on a hint", name);
        }
    }
}
