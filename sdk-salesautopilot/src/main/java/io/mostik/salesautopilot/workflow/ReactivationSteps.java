package io.mostik.salesautopilot.workflow;

import io.mostik.core.Outcome;
import io.mostik.core.once.OnceSteps;
import io.mostik.core.once.ReadBack;
import io.mostik.core.once.Sent;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.internal.Answer;
import io.mostik.salesautopilot.records.ContactRecord;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.records.SystemField;
import java.util.Optional;

/**
 * Makes a record active by writing its column {@code active}. That the vendor takes this is inferred, so the record is read
 * afterwards: one that is not shown active was not made so.
 */
record ReactivationSteps(SalesAutopilot sales) implements OnceSteps<Reactivation, Void, Contact> {

    @Override
    public Sent<Contact> send(Reactivation asked, Optional<Void> before) {
        RecordFields fields = asked.consent()
                .proof()
                .with(RecordFields.builder().set(SystemField.ACTIVE, true).build());
        long changed = sales.subscribers(asked.list()).update(asked.form(), asked.record(), fields);
        if (!isActive(asked)) {
            throw Answer.nothingDone("subscribers.update", changed);
        }
        return Sent.result(contact(asked));
    }

    @Override
    public ReadBack<Contact> readBack(Reactivation asked, Optional<Void> before) {
        return isActive(asked) ? ReadBack.applied(contact(asked)) : ReadBack.notApplied();
    }

    @Override
    public Outcome outcomeOf(RuntimeException failure) {
        return Failures.outcomeOf(failure);
    }

    private static Contact contact(Reactivation asked) {
        return new Contact(asked.record(), Change.UPDATED, ConsentState.ACTIVE);
    }

    private boolean isActive(Reactivation asked) {
        return sales.subscribers(asked.list())
                .find(asked.record())
                .flatMap(ContactRecord::active)
                .orElse(false);
    }
}
