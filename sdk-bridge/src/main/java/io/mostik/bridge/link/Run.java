package io.mostik.bridge.link;

import io.mostik.bridge.trigger.BridgeEvent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One event through one link.
 *
 * @param id made by the bridge; sorts by the time of receipt
 * @param link the name of the link
 * @param key what tells it from other events of the link
 * @param event what happened; its data are empty once they were forgotten
 * @param receivedAt when it was written down
 * @param state how far it is
 * @param code what there is to say
 * @param notes what did not hold, is missing or could not be read; without content
 * @param digest the digest of the link that was at work
 * @param intent the id of its intent, if it has one
 */
public record Run(
        String id,
        String link,
        String key,
        BridgeEvent event,
        Instant receivedAt,
        RunState state,
        String code,
        List<String> notes,
        String digest,
        Optional<String> intent) {

    /** Keeps unmodifiable copies. */
    public Run {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(link, "link");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(receivedAt, "receivedAt");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(code, "code");
        notes = List.copyOf(notes);
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(intent, "intent");
    }

    /** Returns names and state only. */
    @Override
    public String toString() {
        return "Run[" + id + " " + link + " " + state + "]";
    }
}
