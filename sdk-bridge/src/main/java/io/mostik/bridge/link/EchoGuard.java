package io.mostik.bridge.link;

import io.mostik.bridge.text.Sha256;
import io.mostik.core.json.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps two links that answer each other from going round. A run leaves the fingerprints of what it was told and of what it
 * passed on, for a day. When the opposite link would write nothing but those, it is an echo: the first side told all of it
 * itself. One value that is another one is news. A fingerprint is used up by the echo it has stopped.
 */
final class EchoGuard {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int SHORTEST_NAME = 5;
    private static final int MOST_VALUES = 200;

    private final AtomicLong nearMisses = new AtomicLong();

    /** Notes what a link has passed on to its target. */
    void remember(Connection connection, Link link, Run run, Mapped mapped, Instant now) throws SQLException {
        Set<String> hashes = new LinkedHashSet<>();
        collect(run.event().data(), hashes);
        mapped.fields().asMap().values().forEach(value -> hashes.add(hash(value)));
        EchoTable.remember(connection, run.id(), link.target().connection(), hashes, now.plus(KEPT));
    }

    /** Returns whether a link would only write what its target has told itself, and uses the fingerprint up. */
    boolean isEcho(Connection connection, Link link, Mapped mapped, Instant now) throws SQLException {
        Set<String> hashes = new LinkedHashSet<>();
        boolean namesSomebody = false;
        for (MapRule rule : link.rules()) {
            String value =
                    rule.value().isEmpty() ? mapped.fields().find(rule.field()).orElse("") : "";
            if (!value.isEmpty()) {
                hashes.add(hash(value));
                namesSomebody |= value.length() >= SHORTEST_NAME;
            }
        }
        if (!namesSomebody) {
            return false;
        }
        EchoTable.Match match = EchoTable.best(connection, link.source().connection(), hashes, now)
                .orElse(new EchoTable.Match("", 0));
        if (match.values() == hashes.size()) {
            EchoTable.forget(connection, match.run());
            return true;
        }
        if (match.values() * 2 >= hashes.size()) {
            long unused = nearMisses.incrementAndGet();
        }
        return false;
    }

    /** Returns how often an event agreed with a fingerprint by half or more, and was news all the same. */
    long nearMisses() {
        return nearMisses.get();
    }

    private static void collect(Json data, Set<String> hashes) {
        if (hashes.size() >= MOST_VALUES) {
            return;
        }
        data.names().forEach(name -> collect(data.get(name), hashes));
        data.elements().forEach(element -> collect(element, hashes));
        data.text().filter(text -> !text.isBlank()).ifPresent(text -> hashes.add(hash(text)));
    }

    private static String hash(String value) {
        return Sha256.hex(value.strip().toLowerCase(Locale.ROOT));
    }
}
