package io.mostik.pbx.vcclive.workflow;

import io.mostik.core.SdkException;
import io.mostik.core.StateStore;
import io.mostik.core.StateStoreException;
import io.mostik.core.once.OnceResult;
import io.mostik.core.once.Records;
import io.mostik.core.once.Versioned;
import io.mostik.pbx.vcclive.links.AudienceEvent;
import io.mostik.pbx.vcclive.links.Subscriber;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Calls who joins an audience, and nobody who has left it: a person who subscribes becomes a record, once; one who
 * unsubscribes is remembered for good, and the record that there is gets the closing disposition. Events may come in any
 * order, twice, and to several nodes at once: whichever is first, a person who has left is not called. Obtained from
 * {@link VccWorkflows#audience}. Thread-safe, on several nodes with one store too.
 *
 * <p>Somebody who subscribes again is called again only if the audience says that this was later than the departure; without
 * times nobody can tell a new subscription from an old one that was sent again. Addresses are stored as digests.
 */
public final class AudienceSync {

    private final RecordSync people;
    private final DispositionSync dispositions;
    private final String closedStatus;
    private final Records<Membership> members;

    AudienceSync(StateStore store, String scope, Targets targets) {
        this.people = Objects.requireNonNull(targets.people(), "people");
        this.dispositions = Objects.requireNonNull(targets.dispositions(), "closing");
        this.closedStatus = Objects.requireNonNull(targets.closedStatus(), "closedStatus");
        this.members = Records.of(store, "vcclive/audience/" + scope + "/", Membership.class);
    }

    /** Where people are added, and how their records are closed. */
    record Targets(RecordSync people, DispositionSync dispositions, String closedStatus) {}

    /**
     * Does what an event asks for. May be given any event of an audience.
     *
     * @return of a subscription, the result of {@link RecordSync#add}, or {@code Refused} with
     *     {@link SyncRefusal#UNSUBSCRIBED}; of a departure, the result of {@link DispositionSync#enter} for the record to
     *     close, or {@code Refused} with {@link SyncRefusal#NO_RECORD} where there is none whose id is known: look at
     *     {@code Once.pending()}; of any other event, {@code Refused} with {@link SyncRefusal#NOTHING_TO_DO}
     * @throws SdkException if a call failed: let the event come again
     * @throws StateStoreException if the store failed: let the event come again
     */
    public OnceResult<Long> take(AudienceEvent event) {
        String firedAt = event.firedAt().map(String::strip).orElse("");
        Optional<Subscriber> subscriber = event.subscriber();
        if (subscriber.isPresent()) {
            return add(subscriber.get(), firedAt);
        }
        Optional<String> email = event.email();
        if (email.isPresent() && event.type().equals(AudienceEvent.UNSUBSCRIBE)) {
            return leave(keyOf(email.get()), firedAt);
        }
        if (email.isPresent() && event.type().equals(AudienceEvent.ADDRESS_CHANGED)) {
            event.formerEmail()
                    .flatMap(former -> member(keyOf(former)))
                    .filter(Membership::isGone)
                    .ifPresent(gone -> remember(keyOf(email.get()), gone.leftAt()));
        }
        return SyncRefusal.NOTHING_TO_DO.result();
    }

    /** Returns whether somebody has left the audience, and has not come back since. */
    public boolean hasLeft(String email) {
        return isGone(keyOf(email));
    }

    /** Looks again afterwards: somebody may have left while the record was added, and found none to close. */
    private OnceResult<Long> add(Subscriber subscriber, String firedAt) {
        String key = keyOf(subscriber.email());
        member(key).ifPresent(known -> {
            Versioned<Membership> unused =
                    members.update(SyncKey.digest(key), now -> now.orElse(known).joinedAgain(firedAt));
        });
        if (isGone(key)) {
            return SyncRefusal.UNSUBSCRIBED.result();
        }
        OnceResult<Long> added = people.add(recordKey(key), subscriber.fields());
        if (!isGone(key)) {
            return added;
        }
        OnceResult<Long> closed = close(key);
        return closed instanceof OnceResult.Done<Long> ? SyncRefusal.UNSUBSCRIBED.result() : closed;
    }

    private OnceResult<Long> leave(String key, String firedAt) {
        remember(key, firedAt);
        return isGone(key) ? close(key) : SyncRefusal.NOTHING_TO_DO.result();
    }

    private OnceResult<Long> close(String key) {
        OptionalLong record = people.find(recordKey(key));
        return record.isPresent()
                ? dispositions.enter("left " + recordKey(key), record.getAsLong(), closedStatus)
                : SyncRefusal.NO_RECORD.result();
    }

    private void remember(String key, String firedAt) {
        Versioned<Membership> unused = members.update(
                SyncKey.digest(key),
                known -> known.map(member -> member.leftAgain(firedAt)).orElseGet(() -> Membership.left(firedAt)));
    }

    private boolean isGone(String key) {
        return member(key).filter(Membership::isGone).isPresent();
    }

    private Optional<Membership> member(String key) {
        return members.find(SyncKey.digest(key)).map(Versioned::value);
    }

    /** Whoever comes back is another record: the one before is closed. */
    private String recordKey(String key) {
        String joinedAt = member(key).map(Membership::joinedAt).orElse("");
        return joinedAt.isEmpty() ? key : key + " " + joinedAt;
    }

    private static String keyOf(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "AudienceSync[" + people + "]";
    }
}
