package io.mostik.pbx.vcclive.links;

import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.StateStore;
import io.mostik.pbx.vcclive.links.LinkResult.State;
import io.mostik.pbx.vcclive.records.NewDisposition;
import io.mostik.pbx.vcclive.records.RecordsApi;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The sink <em>add a disposition</em>: a status that changes in another system is entered at a record, once for each
 * delivery. Thread-safe.
 */
public final class DispositionLink {

    private static final String SENDING = "?";
    private static final String DONE = "done";

    private final RecordsApi records;
    private final long projectId;
    private final long userId;
    private final StatusMap statuses;
    private final StateStore store;

    private DispositionLink(RecordsApi records, long projectId, long userId, StatusMap statuses, StateStore store) {
        this.records = records;
        this.projectId = projectId;
        this.userId = userId;
        this.statuses = statuses;
        this.store = store;
    }

    /** Returns a link into a project that enters nothing yet; say who books it, and which status is which. */
    public static DispositionLink into(RecordsApi records, long projectId) {
        return new DispositionLink(
                Objects.requireNonNull(records, "records"),
                projectId,
                0,
                new StatusMap(Map.of()),
                StateStore.inMemory());
    }

    /** Returns this link booking to an agent. */
    public DispositionLink bookedTo(long agent) {
        return new DispositionLink(records, projectId, agent, statuses, store);
    }

    /** Returns this link with a map of statuses. */
    public DispositionLink statuses(StatusMap map) {
        return new DispositionLink(records, projectId, userId, Objects.requireNonNull(map, "statuses"), store);
    }

    /** Returns this link remembering deliveries in a store; in memory by default. */
    public DispositionLink store(StateStore other) {
        return new DispositionLink(records, projectId, userId, statuses, Objects.requireNonNull(other, "store"));
    }

    /**
     * Enters a status at a record.
     *
     * @param deliveryKey what stays the same when the change is told again; at most 150 characters, nothing personal
     * @return {@code INCOMPLETE} where the status is not in the map
     * @throws SdkException if it failed; where it cannot have happened, the next try with this key sends it again
     */
    public LinkResult enter(String deliveryKey, long numberId, String status) {
        OptionalLong disposition = statuses.dispositionOf(status);
        if (disposition.isEmpty()) {
            return result(State.INCOMPLETE, numberId);
        }
        String name = "vcclive.disposition." + projectId + "." + deliveryKey;
        if (!store.replace(name, SENDING, StateStore.ABSENT, Optional.empty())) {
            boolean done =
                    store.find(name).filter(entry -> entry.value().equals(DONE)).isPresent();
            return result(done ? State.KNOWN : State.UNDECIDED, numberId);
        }
        try {
            records.addDisposition(
                    projectId,
                    numberId,
                    NewDisposition.builder()
                            .dispositionId(disposition.getAsLong())
                            .userId(userId)
                            .build());
            store.put(name, DONE);
            return result(State.DONE, numberId);
        } catch (SdkException e) {
            if (e.outcome() == Outcome.NOT_SENT || e.outcome() == Outcome.REJECTED) {
                store.find(name).ifPresent(entry -> store.remove(name, entry.version()));
            }
            throw e;
        }
    }

    private static LinkResult result(State state, long numberId) {
        return new LinkResult(state, OptionalLong.of(numberId), List.of());
    }
}
