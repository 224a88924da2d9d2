package io.mostik.pbx.vcclive.workflow;

import io.mostik.core.SdkException;
import io.mostik.core.StateStoreException;
import io.mostik.core.once.KeyReuseException;
import io.mostik.core.once.OnceResult;
import io.mostik.core.once.OnceWrites;
import io.mostik.pbx.vcclive.links.StatusMap;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The sink <em>add a disposition</em>: a status that changes in another system is set on a record, once for each delivery.
 * Obtained from {@link VccWorkflows#dispositions}. Thread-safe, on several nodes with one store too.
 *
 * <pre>{@code
 * DispositionSync outcomes = VccWorkflows.of(vcc, store).dispositions(134, 17, statuses);
 * OnceResult<Long> entered = outcomes.enter("invoice-2026/118", numberId, "paid");
 * }</pre>
 *
 * <p>The record is read before, so that a lost answer can be read back: with as many dispositions as before it is sent
 * again, once the request can no longer arrive. With more, another agent may have set one meanwhile, and without a list of
 * them nothing can be told: it stays {@code Unknown} until a person looks and tells by {@link #resolve}. Remembered for
 * 400 days.
 */
public final class DispositionSync {

    private final String customer;
    private final Target target;
    private final StatusMap statuses;
    private final OnceWrites<DispositionSteps.Entry, Integer, Long> writes;

    DispositionSync(
            String customer,
            Target target,
            StatusMap statuses,
            OnceWrites<DispositionSteps.Entry, Integer, Long> writes) {
        this.customer = customer;
        this.target = target;
        this.statuses = Objects.requireNonNull(statuses, "statuses");
        this.writes = writes;
    }

    /** Where dispositions go, and whom they are booked to. */
    record Target(long projectId, long userId) {}

    /**
     * Sets a status on a record.
     *
     * @param deliveryKey what stays the same when the change is reported again; of any length, may be personal
     * @return what is known; its result is the id of the record. {@code Refused} with {@link SyncRefusal#UNKNOWN_STATUS},
     *     and nothing sent, if the status is not in the map
     * @throws KeyReuseException if the key came with another record or another status before; nothing was sent
     * @throws SdkException if a call failed; after {@code NOT_SENT} and {@code REJECTED} the next try with this key sends
     *     again
     * @throws StateStoreException if the store failed before anything was sent
     */
    public OnceResult<Long> enter(String deliveryKey, long numberId, String status) {
        String id = id(deliveryKey);
        OptionalLong disposition = statuses.dispositionOf(status);
        return disposition.isPresent()
                ? writes.perform(id, new DispositionSteps.Entry(numberId, disposition.getAsLong(), target.userId()))
                : SyncRefusal.UNKNOWN_STATUS.result();
    }

    /**
     * Writes down what a person has found out about a key that is {@code Unknown}.
     *
     * @param numberId the record that has the disposition; empty if it was not set, so that it may be sent again
     * @return whether it was resolved; false if the key is not open, or is being sent at this moment
     */
    public boolean resolve(String deliveryKey, Optional<Long> numberId) {
        return writes.resolve(id(deliveryKey), numberId);
    }

    private String id(String deliveryKey) {
        return SyncKey.of(customer, deliveryKey);
    }

    @Override
    public String toString() {
        return "DispositionSync[" + target.projectId() + "]";
    }
}
