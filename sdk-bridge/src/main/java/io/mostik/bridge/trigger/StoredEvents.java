package io.mostik.bridge.trigger;

import io.mostik.core.once.OpenWrite;
import io.mostik.core.once.WriteState;
import java.util.List;
import java.util.stream.Stream;

/** Events that are stored and not handed on yet: what vendors posted, what bases and Java code told. Thread-safe. */
public interface StoredEvents {

    /** Returns all that waits, dead letters among it. Close the stream. */
    Stream<OpenWrite> pending();

    /** Makes a dead letter due again; false if it is none any more, or is kept elsewhere. */
    boolean replay(OpenWrite dead);

    /**
     * Returns the events in something that waits; none if it has been handed on meanwhile, or is kept elsewhere.
     *
     * @throws io.mostik.core.WebhookException if it cannot be read
     */
    List<BridgeEvent> read(OpenWrite waiting);

    /** Returns what could not be read or handed on. Close the stream. */
    default Stream<OpenWrite> deadLetters() {
        return pending().filter(item -> item.state() == WriteState.REFUSED);
    }

    /** Returns these and others. */
    default StoredEvents and(StoredEvents others) {
        StoredEvents these = this;
        return new StoredEvents() {
            @Override
            public Stream<OpenWrite> pending() {
                return Stream.concat(these.pending(), others.pending());
            }

            @Override
            public boolean replay(OpenWrite dead) {
                return these.replay(dead) || others.replay(dead);
            }

            @Override
            public List<BridgeEvent> read(OpenWrite waiting) {
                return Stream.concat(these.read(waiting).stream(), others.read(waiting).stream())
                        .toList();
            }
        };
    }
}
