package io.mostik.salesautopilot.subscribers;

import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.records.ContactRecord;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.records.SystemField;

/** Signs up, and where the e-mail is in the list already changes what differs. */
record SignUpOrUpdate(SubscribersApi subscribers, FormId signUpForm, FormId updateForm) {

    Upsert run(RecordFields fields) {
        String email = email(fields);
        Subscription subscription = subscribers.subscribe(signUpForm, fields);
        if (subscription instanceof Subscription.Subscribed subscribed) {
            return Upsert.of(Upsert.Result.CREATED, subscribed.id());
        }
        if (subscription instanceof Subscription.AlreadySubscribed) {
            return subscribers
                    .findByEmail(email)
                    .map(record -> change(record, fields))
                    .orElseGet(() -> Upsert.failed(Upsert.Result.REFUSED));
        }
        return Upsert.failed(
                subscription instanceof Subscription.InvalidEmail
                        ? Upsert.Result.INVALID_EMAIL
                        : Upsert.Result.REFUSED);
    }

    /** Returns the address by which the record is found. */
    static String email(RecordFields fields) {
        return fields.text(SystemField.EMAIL)
                .filter(email -> !email.isBlank())
                .orElseThrow(() -> new IllegalArgumentException("fields must hold the email"));
    }

    /** When and from where somebody signed up first is not changed by the second time. */
    Upsert change(ContactRecord record, RecordFields fields) {
        RecordFields changes = fields.without(SystemField.EMAIL)
                .without(SystemField.SUBDATE)
                .without(SystemField.IPADDRESS)
                .changesTo(record);
        if (changes.isEmpty()) {
            return Upsert.of(Upsert.Result.UNCHANGED, record.id());
        }
        long changed = subscribers.update(updateForm, record.id(), changes);
        return Upsert.of(changed > 0 ? Upsert.Result.UPDATED : Upsert.Result.UNCHANGED, record.id());
    }
}
