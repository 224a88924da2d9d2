package io.mostik.salesautopilot.workflow;

import io.mostik.core.StateStoreException;
import io.mostik.core.once.OnceResult;
import io.mostik.core.once.OnceResult.How;
import io.mostik.core.once.OnceWrites;
import io.mostik.core.once.WriteState;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.internal.Answer;
import io.mostik.salesautopilot.internal.Email;
import io.mostik.salesautopilot.records.ContactRecord;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.subscribers.SubscribersApi;
import io.mostik.salesautopilot.usage.CostMeter;
import io.mostik.salesautopilot.workflow.MarketingRefusedException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Signs visitors of a website up: makes the user of its CMS and the record in SalesAutopilot, and links the two. Obtained from
 * {@link MarketingWorkflows#signUps}. Thread-safe, on several nodes with one store too.
 *
 * <pre>{@code
 * SignUps<Visitor> signUps = MarketingWorkflows.of(sales, store).signUps(list, signUpForm, cms);
 * EntryResult<Contact> result = signUps.signUp(visitor);
 * scheduler.scheduleWithFixedDelay(signUps::retryPending, 5, 5, TimeUnit.MINUTES);
 * }</pre>
 *
 * <p>The user is made first. The CMS can refuse a visitor, and a user can be taken back; a letter that went out cannot. The
 * visitor can log in whatever happens to SalesAutopilot then: {@link #retryPending} signs him up later. The CMS knows who has
 * no record yet, so no address is stored here, only its digest. A user who has his record costs one request, which reads it.
 *
 * <p>Somebody who has left stays so, whoever types his address into a form: the result says {@link ConsentState#LEFT}, and
 * {@link ConsentWorkflow#reactivate} is the only way back.
 *
 * <p>On lists whose unique key is the e-mail address, the vendor itself refuses a second record at any time; on others this is
 * kept for a day only.
 *
 * @param <V> a visitor, as the website's form describes him
 */
public final class SignUps<V> {

    private static final int PAGE = 100;

    private final OnceWrites<SiteSignUp, Void, Contact> writes;
    private final ListId list;
    private final FormId signUpForm;
    private final SiteUsers<V> users;
    private final boolean doubleOptIn;
    private final SalesAutopilot sales;
    private final ConsentBook book;
    private final MarketingWrites all;

    SignUps(SalesAutopilot sales, MarketingWrites writes, ListId list, FormId signUpForm, SiteUsers<V> users) {
        this(sales, writes, list, signUpForm, users, false);
    }

    private SignUps(
            SalesAutopilot sales,
            MarketingWrites writes,
            ListId list,
            FormId signUpForm,
            SiteUsers<V> users,
            boolean doubleOptIn) {
        this.sales = sales;
        this.all = writes;
        this.book = writes.book();
        this.doubleOptIn = doubleOptIn;
        this.writes = writes.signUps();
        this.list = Objects.requireNonNull(list, "list");
        this.signUpForm = Objects.requireNonNull(signUpForm, "signUpForm");
        this.users = Objects.requireNonNull(users, "users");
    }

    /**
     * Returns these sign-ups for a form that asks for a confirmation by letter (double opt-in): a new record is
     * {@link ConsentState#PENDING} until {@link ConsentWorkflow#follow} hears of the confirmation, or its record is read as active.
     */
    public SignUps<V> doubleOptIn() {
        return new SignUps<>(sales, all, list, signUpForm, users, true);
    }

    /**
     * Signs a visitor up. Throws only what {@link SiteUsers#create} throws; whatever fails after that is in the result, and
     * stays to be done by {@link #retryPending}. The result says whether letters go to him.
     */
    public EntryResult<Contact> signUp(V visitor) {
        SiteUser user = users.create(visitor);
        return CostMeter.during(
                "sign-ups",
                () -> user.record().flatMap(record -> known(user, record)).orElseGet(() -> subscribe(user)));
    }

    /**
     * Writes the new address of a user into his record, so that no second one is made for it. May be called again after a failure.
     *
     * @param updateForm an update form of the list
     * @param user the user with his new address and his record
     * @throws IllegalArgumentException if the user has no record
     * @throws MarketingRefusedException with {@code NO_RECORD} or {@code ADDRESS_TAKEN}
     * @throws io.mostik.core.SdkException if a call fails
     */
    public Contact changeAddress(FormId updateForm, SiteUser user) {
        RecordId id = user.record().orElseThrow(() -> new IllegalArgumentException("user must have a record"));
        return CostMeter.during("sign-ups", () -> changeAddress(updateForm, user.email(), id));
    }

    private Contact changeAddress(FormId updateForm, String email, RecordId id) {
        SubscribersApi subscribers = sales.subscribers(list);
        ContactRecord record = subscribers.find(id).orElseThrow(() -> new MarketingRefusedException(Reason.NO_RECORD));
        ConsentState state = book.stateOf(list, record, ConsentState.LEFT);
        if (hasAddress(record, email)) {
            return new Contact(id, Change.UNCHANGED, state);
        }
        Failures.refuseIf(
                subscribers
                        .findByEmail(email)
                        .filter(other -> !other.id().equals(id))
                        .isPresent(),
                Reason.ADDRESS_TAKEN);
        RecordFields fields = RecordFields.builder().email(email).build();
        if (subscribers.update(updateForm, id, fields) < 1) {
            throw Answer.nothingDone("subscribers.update", 0);
        }
        // Who has left has left, whatever his address is now.
        if (state != ConsentState.ACTIVE) {
            book.note(list, email, state, all.now());
        }
        return new Contact(id, Change.UPDATED, state);
    }

    /** Returns what the user's record shows; empty if it is gone. */
    private Optional<EntryResult<Contact>> known(SiteUser user, RecordId id) {
        try {
            Optional<ContactRecord> found = sales.subscribers(list).find(id);
            if (found.isEmpty()) {
                book.erased(list, user.email());
            }
            return found.map(record -> {
                Failures.refuseIf(!hasAddress(record, user.email()), Reason.OTHER_ADDRESS);
                Contact contact = new Contact(id, Change.UNCHANGED, book.stateOf(list, record, ConsentState.LEFT));
                return EntryResult.of(user.id(), new OnceResult.Done<>(Optional.of(contact), How.EARLIER));
            });
        } catch (RuntimeException e) { // whatever fails after the user was made is in the result
            return Optional.of(EntryResult.failed(user.id(), e));
        }
    }

    private static boolean hasAddress(ContactRecord record, String email) {
        return record.email().filter(found -> Email.same(found, email)).isPresent();
    }

    /**
     * Signs up all users who have no record yet. One that fails is reported and does not stop the others. The run ends early
     * only where each further user would fail too: the key pair is refused, the rate limit or the cost meter's stop is
     * reached, the vendor cannot be reached, the store fails, or the thread is interrupted; its last result says why.
     */
    public List<EntryResult<Contact>> retryPending() {
        return CostMeter.during("sign-ups", this::retryAll);
    }

    private List<EntryResult<Contact>> retryAll() {
        List<EntryResult<Contact>> results = new ArrayList<>();
        Optional<String> after = Optional.empty();
        List<SiteUser> page = users.unlinked(after, PAGE);
        while (!page.isEmpty()) {
            for (SiteUser user : page) {
                EntryResult<Contact> result = subscribe(user);
                results.add(result);
                if (result.endsTheRun()) {
                    return results;
                }
            }
            page = users.unlinked(Optional.of(page.get(page.size() - 1).id()), PAGE);
        }
        return results;
    }

    private EntryResult<Contact> subscribe(SiteUser user) {
        try {
            SiteSignUp asked = asked(user);
            OnceResult<Contact> known = writes.perform(asked.id(), asked);
            Optional<Contact> earlier = known instanceof OnceResult.Done<Contact> done && done.how() == How.EARLIER
                    ? done.result()
                    : Optional.empty();
            EntryResult<Contact> result = earlier.isEmpty()
                    ? EntryResult.of(user.id(), known)
                    : known(user, earlier.get().id()).orElseGet(() -> subscribeAnew(user));
            if (isNoted(asked, result)) {
                note(user, result);
                result.value().ifPresent(contact -> users.link(user.id(), contact.id()));
            }
            return result;
        } catch (RuntimeException e) { // one user must not stop the others, whatever is wrong with him
            return failed(user, e);
        }
    }

    /** The record of an earlier sign-up is gone. */
    private EntryResult<Contact> subscribeAnew(SiteUser user) {
        SiteSignUp asked = asked(user);
        return EntryResult.of(user.id(), writes.perform(asked.id(), asked));
    }

    private SiteSignUp asked(SiteUser user) {
        int erased = book.of(list, user.email()).erased();
        return new SiteSignUp(list, signUpForm, user, doubleOptIn, erased);
    }

    private void note(SiteUser user, EntryResult<Contact> result) {
        boolean isOld = result.how().filter(How.EARLIER::equals).isPresent();
        if (!isOld
                && result.value()
                        .filter(contact -> contact.state() == ConsentState.PENDING)
                        .isPresent()) {
            book.note(list, user.email(), ConsentState.PENDING, all.now());
        }
    }

    /**
     * If the store failed right after the vendor acted, the user stays without a record, so that the next run asks again and
     * the write does not stay open forever.
     */
    private boolean isNoted(SiteSignUp asked, EntryResult<Contact> result) {
        boolean isSent = result.how().filter(How.SENT::equals).isPresent();
        try {
            return !isSent || writes.state(asked.id()) == WriteState.DONE;
        } catch (StateStoreException e) {
            return false;
        }
    }

    private EntryResult<Contact> failed(SiteUser user, RuntimeException failure) {
        EntryResult<Contact> result = EntryResult.failed(user.id(), failure);
        if (result.reason().filter(Reason.INVALID_EMAIL::equals).isEmpty()) {
            return result;
        }
        try {
            users.emailRefused(user.id());
            return result;
        } catch (RuntimeException e) { // the CMS is called again when the user is tried again
            failure.addSuppressed(e);
            return result;
        }
    }
}
