package io.mostik.salesautopilot.workflow;

import static io.mostik.salesautopilot.workflow.Failures.refuseIf;

import io.mostik.core.TimeSource;
import io.mostik.core.once.Feed;
import io.mostik.core.once.FeedPoll;
import io.mostik.core.once.OnceResult;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.internal.Email;
import io.mostik.salesautopilot.records.ContactRecord;
import io.mostik.salesautopilot.subscribers.SubscribersApi;
import io.mostik.salesautopilot.usage.CostMeter;
import io.mostik.salesautopilot.workflow.MarketingRefusedException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Who may get letters: tells it, follows who leaves, lets people leave, and makes somebody active again who has left and has
 * agreed anew. Obtained from {@link MarketingWorkflows#consent}. Remembers digests of addresses, no address. Thread-safe,
 * on several nodes with one store too.
 *
 * <pre>{@code
 * ConsentWorkflow consent = MarketingWorkflows.of(sales, store).consent(list);
 * consent.follow("website", change -> cms.newsletter(change.email(), change.state()));
 * if (consent.state(email) == ConsentState.LEFT && visitor.ticked()) {
 *     consent.reactivate(updateForm, email, new Consent(now, RecordFields.none()));
 * }
 * }</pre>
 *
 * <p>The vendor's record says whether it is active; why it is not is known from events only. So call {@link #follow} regularly:
 * an inactive record of which nothing was heard counts as somebody who has left.
 */
public final class ConsentWorkflow {

    /** The vendor does not say the zone of its times. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Budapest");

    /** The vendor's local time jumps back an hour in autumn. */
    private static final Duration OVERLAP = Duration.ofMinutes(65);

    private static final int PART = 100;

    private final SalesAutopilot sales;
    private final MarketingWrites writes;
    private final ListId list;
    private final ConsentFeed source;
    private final TimeSource time;

    ConsentWorkflow(SalesAutopilot sales, MarketingWrites writes, ListId list, TimeSource time) {
        this.sales = sales;
        this.writes = writes;
        this.list = Objects.requireNonNull(list, "list");
        this.source = new ConsentFeed(sales.v2(), list, ZONE, PART);
        this.time = time;
    }

    /** Returns whether letters go to an address. Sends one request; two for a domain of another alphabet. */
    public ConsentState state(String email) {
        return CostMeter.during("consent", () -> find(email))
                .map(record -> writes.book().stateOf(list, record, ConsentState.LEFT))
                .orElse(ConsentState.NEW);
    }

    /**
     * Delivers who has left, bounced, was asked to confirm or has confirmed since the last call under this name, in the order in
     * which it happened, each once unless a process dies. The first call delivers everything that the vendor still tells, and costs
     * one request for 100 events of any kind; each later one two or three.
     *
     * @param name tells several receivers apart
     * @param website takes the change; if it throws, the change comes again
     */
    public FeedPoll follow(String name, Consumer<ConsentChange> website) {
        Objects.requireNonNull(website, "website");
        String key = "salesautopilot/consent-feed/" + list.value() + "/" + name;
        return CostMeter.during(
                "consent",
                () -> Feed.of(writes.store(), time, key, source)
                        .overlap(OVERLAP)
                        .poll(event -> source.change(event).ifPresent(change -> {
                            writes.book().note(list, change.email(), change.state(), change.at());
                            website.accept(change);
                        })));
    }

    /**
     * Lets an address leave. Not stopped by a budget. May be called again after a failure.
     *
     * @return whether the vendor says that a record left
     */
    public boolean leave(String email) {
        return CostMeter.beyondStop("consent", () -> {
            SubscribersApi subscribers = sales.subscribers(list);
            boolean left = subscribers.unsubscribeEmail(Email.normal(email));
            boolean leftToo = Email.inItsAlphabet(email)
                    .map(subscribers::unsubscribeEmail)
                    .orElse(false);
            writes.book().note(list, email, ConsentState.LEFT, writes.now());
            return left || leftToo;
        });
    }

    /**
     * Makes the record of somebody active who has left, once for each consent. There is no operation of the vendor's for it: the
     * column {@code active} is written, which is inferred, and read back.
     *
     * @param updateForm the update form through which it is written, with its automations
     * @return {@code Done} with the record, also if it is active already
     * @throws MarketingRefusedException with {@code NO_RECORD}, {@code PENDING}, {@code BOUNCED} or {@code OLD_CONSENT}
     * @throws io.mostik.core.SdkException if a call fails; with {@code REJECTED} the record is still inactive
     */
    public OnceResult<Contact> reactivate(FormId updateForm, String email, Consent consent) {
        Objects.requireNonNull(updateForm, "updateForm");
        Objects.requireNonNull(consent, "consent");
        return CostMeter.during("consent", () -> reactivateOne(updateForm, email, consent));
    }

    private OnceResult<Contact> reactivateOne(FormId updateForm, String email, Consent consent) {
        ContactRecord record = find(email).orElseThrow(() -> new MarketingRefusedException(Reason.NO_RECORD));
        Standing heard = writes.book().of(list, email);
        ConsentState state = writes.book().stateOf(list, record, ConsentState.LEFT);
        Reactivation asked = new Reactivation(list, updateForm, record.id(), consent);
        if (state == ConsentState.ACTIVE
                && writes.reactivations().state(asked.id()).isOpen()) {
            return writes.reactivations().perform(asked.id(), asked);
        }
        if (state == ConsentState.ACTIVE) {
            Contact active = new Contact(record.id(), Change.UNCHANGED, state);
            return new OnceResult.Done<>(Optional.of(active), OnceResult.How.SEEN);
        }
        refuseIf(state == ConsentState.PENDING, Reason.PENDING);
        refuseIf(state == ConsentState.BOUNCED, Reason.BOUNCED);
        Instant given = consent.givenAt();
        if (!given.isAfter(heard.at()) || given.isAfter(writes.now())) {
            return activeMeanwhile(email);
        }
        OnceResult<Contact> result = writes.reactivations().perform(asked.id(), asked);
        if (!(result instanceof OnceResult.Done<Contact> done)) {
            return result;
        }
        if (done.how() == OnceResult.How.EARLIER) {
            return activeMeanwhile(email);
        }
        writes.book().note(list, email, ConsentState.ACTIVE, given);
        return result;
    }

    /** Another call may have used this consent since the record was read; else he has left again since it was used. */
    private OnceResult<Contact> activeMeanwhile(String email) {
        ContactRecord record = find(email).orElseThrow(() -> new MarketingRefusedException(Reason.NO_RECORD));
        ConsentState state = writes.book().stateOf(list, record, ConsentState.LEFT);
        refuseIf(state != ConsentState.ACTIVE, Reason.OLD_CONSENT);
        return new OnceResult.Done<>(
                Optional.of(new Contact(record.id(), Change.UNCHANGED, state)), OnceResult.How.EARLIER);
    }

    private Optional<ContactRecord> find(String email) {
        return sales.subscribers(list).findByEmail(email);
    }
}
