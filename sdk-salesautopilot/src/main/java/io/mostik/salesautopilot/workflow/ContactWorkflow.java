package io.mostik.salesautopilot.workflow;

import static io.mostik.salesautopilot.workflow.Failures.refuseIf;

import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.internal.Answer;
import io.mostik.salesautopilot.records.ContactRecord;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.records.SystemField;
import io.mostik.salesautopilot.subscribers.SubscribersApi;
import io.mostik.salesautopilot.subscribers.Subscription;
import io.mostik.salesautopilot.usage.CostMeter;
import io.mostik.salesautopilot.workflow.MarketingRefusedException.Reason;
import java.util.Objects;
import java.util.Optional;

/**
 * Writes records by their e-mail address, which the vendor has no single operation for. Obtained from
 * {@code MarketingWorkflows.contacts(list, updateForm)}. Remembers nothing: two calls for one address at the same time can both
 * use the update form. The column {@code active} is never written: who has left comes back by {@link ConsentWorkflow#reactivate}
 * only. Thread-safe.
 *
 * <pre>{@code
 * Contact contact = MarketingWorkflows.of(sales, store).contacts(list, updateForm).subscribeOrUpdate(signUpForm, fields);
 * }</pre>
 */
public final class ContactWorkflow {

    private final SubscribersApi subscribers;
    private final ListId list;
    private final FormId updateForm;
    private final ConsentBook book;

    ContactWorkflow(SubscribersApi subscribers, ListId list, FormId updateForm, ConsentBook book) {
        this.subscribers = subscribers;
        this.list = Objects.requireNonNull(list, "list");
        this.updateForm = Objects.requireNonNull(updateForm, "updateForm");
        this.book = book;
    }

    /**
     * Adds a record, or changes what differs in the one that has this e-mail address already. For lists whose unique key is the
     * e-mail address; there it may be called again after a failure. Somebody who has left stays so, which the result says. Sends
     * one to three requests.
     *
     * @param signUpForm form for new records
     * @param fields columns, {@code email} among them
     * @throws MarketingRefusedException if the address is malformed, or its record cannot be found
     * @throws io.mostik.core.SdkException if a call fails; with {@code REJECTED} the vendor did not take it
     */
    public Contact subscribeOrUpdate(FormId signUpForm, RecordFields fields) {
        return CostMeter.during("contacts", () -> subscribe(signUpForm, fields));
    }

    private Contact subscribe(FormId signUpForm, RecordFields fields) {
        String email = email(fields);
        Subscription subscription = subscribers.subscribe(signUpForm, OwnFields.sent(fields));
        if (subscription instanceof Subscription.Subscribed subscribed) {
            return new Contact(subscribed.id(), Change.CREATED, ConsentState.ACTIVE);
        }
        refuseIf(subscription instanceof Subscription.InvalidEmail, Reason.INVALID_EMAIL);
        if (subscription instanceof Subscription.Refused refused) {
            throw Answer.nothingDone("subscribers.subscribe", refused.code());
        }
        ContactRecord known =
                subscribers.findByEmail(email).orElseThrow(() -> new MarketingRefusedException(Reason.NO_RECORD));
        return change(known, fields);
    }

    /**
     * Changes what differs in the record of an e-mail address, and never signs anybody up. Sends one or two requests; where
     * nothing differs the form is not used, so that it may be called again after a failure.
     *
     * @param fields columns, {@code email} among them
     * @return what was changed; empty if the list does not have this address
     */
    public Optional<Contact> updateIfThere(RecordFields fields) {
        return CostMeter.during(
                "contacts", () -> subscribers.findByEmail(email(fields)).map(record -> change(record, fields)));
    }

    private Contact change(ContactRecord record, RecordFields fields) {
        RecordFields changes = OwnFields.withoutActive(fields)
                .without(SystemField.EMAIL)
                .without(SystemField.SUBDATE)
                .without(SystemField.IPADDRESS)
                .changesTo(record);
        boolean isChanged = !changes.isEmpty() && subscribers.update(updateForm, record.id(), changes) > 0;
        return new Contact(
                record.id(),
                isChanged ? Change.UPDATED : Change.UNCHANGED,
                book.stateOf(list, record, ConsentState.LEFT));
    }

    private static String email(RecordFields fields) {
        return OwnFields.sent(fields)
                .text(SystemField.EMAIL)
                .filter(email -> !email.isBlank())
                .orElseThrow(() -> new IllegalArgumentException("fields must hold the email"));
    }
}
