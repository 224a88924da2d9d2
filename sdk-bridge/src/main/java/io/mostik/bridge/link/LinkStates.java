package io.mostik.bridge.link;

import io.mostik.bridge.store.BridgeDatabase;
import io.mostik.bridge.store.Work;
import io.mostik.core.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether links are paused, and for which of them nothing comes. Thread-safe. */
final class LinkStates {

    private final BridgeDatabase database;
    private final TimeSource time;
    private final ZoneId zone;

    LinkStates(BridgeDatabase database, TimeSource time, ZoneId zone) {
        this.database = database;
        this.time = time;
        this.zone = zone;
    }

    boolean pause(String name, String why, Work<Boolean> decision) {
        return database.transaction(
                "pause a link",
                connection -> LinkTable.pause(connection, name, time.now(), why) && decision.on(connection));
    }

    boolean resume(String name, Work<Boolean> decision) {
        return database.transaction(
                "let a link go on",
                connection -> LinkTable.resume(connection, name, LinkTable.newestRun(connection, name))
                        && decision.on(connection));
    }

    /** Returns why a link is paused; empty if it is not. */
    Optional<String> paused(String name) {
        return database.read("look at a link", connection -> LinkTable.find(connection, name))
                .filter(row -> row.pausedAt().isPresent())
                .map(LinkTable.Row::why);
    }

    /** Returns since when the oldest event of each link waits; without links for which none does. */
    Map<String, Instant> waitingSince() {
        return database.read("see what waits", RunTable::waitingSince);
    }

    List<Silence> silent(LinkSet links) {
        Instant now = time.now();
        List<Silence> silent = new ArrayList<>();
        for (Link link : links.all()) {
            link.source().expect().ifPresent(expected -> {
                Instant since = heard(link).orElse(now);
                Duration length = Silence.counted(since, now, expected.onWorkdays(), zone);
                if (length.compareTo(expected.every()) > 0) {
                    silent.add(new Silence(link.name(), since));
                }
            });
        }
        return silent;
    }

    private Optional<Instant> heard(Link link) {
        return database.read("look at a link", connection -> {
            Optional<Instant> last = LinkTable.heard(connection, link.name());
            return last.isPresent()
                    ? last
                    : LinkTable.find(connection, link.name()).map(LinkTable.Row::startedAt);
        });
    }
}
