package io.mostik.bridge.link;

import io.mostik.bridge.Bridge;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which feeds are read on this node, and how often. Belongs to one thread at a time. */
final class FeedPlan {

    private final Bridge bridge;
    private final LinkFeeds feeds;
    private final Map<String, Duration> planned = new HashMap<>();

    FeedPlan(Bridge bridge, LinkFeeds feeds) {
        this.bridge = bridge;
        this.feeds = feeds;
    }

    /** Reads the feeds of these links from now on, each as often as its link says. */
    void begin(LinkSet links) {
        for (Link link : links.all()) {
            Optional<Duration> every = link.source().feed().map(Link.FeedRule::every);
            if (every.isPresent() && !every.get().equals(planned.get(link.name()))) {
                bridge.every(job(link.name()), every.get(), () -> feeds.poll(link.name()));
                planned.put(link.name(), every.get());
            }
        }
    }

    /** Reads no feed any more but those of these links. */
    void keepOnly(LinkSet links) {
        for (String name : List.copyOf(planned.keySet())) {
            if (links.find(name).flatMap(link -> link.source().feed()).isEmpty()) {
                bridge.end(job(name));
                planned.remove(name);
            }
        }
    }

    private static String job(String link) {
        return "feed:" + link;
    }
}
