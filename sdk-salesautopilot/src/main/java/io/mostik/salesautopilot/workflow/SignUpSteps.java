package io.mostik.salesautopilot.workflow;

import static io.mostik.salesautopilot.workflow.Failures.refuseIf;

import io.mostik.core.Outcome;
import io.mostik.core.once.OnceSteps;
import io.mostik.core.once.ReadBack;
import io.mostik.core.once.Sent;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.internal.Answer;
import io.mostik.salesautopilot.records.ContactRecord;
import io.mostik.salesautopilot.subscribers.Subscription;
import io.mostik.salesautopilot.workflow.MarketingRefusedException.Reason;
import java.util.Optional;

/** Signs a user of a website up. The result is the user's record, whether it is new, and whether letters go to it. */
record SignUpSteps(SalesAutopilot sales, ConsentBook book) implements OnceSteps<SiteSignUp, Void, Contact> {

    @Override
    public Sent<Contact> send(SiteSignUp asked, Optional<Void> before) {
        Subscription subscription = sales.subscribers(asked.list())
                .subscribe(asked.form(), asked.user().fields());
        if (subscription instanceof Subscription.Subscribed subscribed) {
            ConsentState state = asked.doubleOptIn() ? ConsentState.PENDING : ConsentState.ACTIVE;
            return Sent.result(new Contact(subscribed.id(), Change.CREATED, state));
        }
        refuseIf(subscription instanceof Subscription.InvalidEmail, Reason.INVALID_EMAIL);
        if (subscription instanceof Subscription.Refused refused) {
            throw Answer.nothingDone("subscribers.subscribe", refused.code());
        }
        ContactRecord known = find(asked).orElseThrow(() -> new MarketingRefusedException(Reason.NO_RECORD));
        return Sent.result(contact(asked, known, ConsentState.LEFT));
    }

    /** The address alone shows nothing of who has signed up: the record may be older, and then no letter went out. */
    @Override
    public ReadBack<Contact> readBack(SiteSignUp asked, Optional<Void> before) {
        return find(asked)
                .map(record -> ReadBack.applied(
                        contact(asked, record, asked.doubleOptIn() ? ConsentState.PENDING : ConsentState.LEFT)))
                .orElseGet(ReadBack::notApplied);
    }

    @Override
    public Outcome outcomeOf(RuntimeException failure) {
        return Failures.outcomeOf(failure);
    }

    private Contact contact(SiteSignUp asked, ContactRecord record, ConsentState whereInactive) {
        return new Contact(record.id(), Change.UNCHANGED, book.stateOf(asked.list(), record, whereInactive));
    }

    private Optional<ContactRecord> find(SiteSignUp asked) {
        return sales.subscribers(asked.list()).findByEmail(asked.user().email());
    }
}
