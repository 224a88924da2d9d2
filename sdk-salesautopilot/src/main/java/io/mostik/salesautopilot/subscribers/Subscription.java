package io.mostik.salesautopilot.subscribers;

import io.mostik.salesautopilot.ids.RecordId;

/** How a sign-up ended. The vendor reports all of these with HTTP 200. */
public sealed interface Subscription {

    /**
     * A new record was made, and the form's letters go out to it.
     *
     * @param id the new record
     */
    record Subscribed(RecordId id) implements Subscription {}

    /** The e-mail was in the list already; nothing was changed. Only lists whose unique key is the e-mail say so. */
    record AlreadySubscribed() implements Subscription {}

    /** The e-mail address is malformed. */
    record InvalidEmail() implements Subscription {}

    /**
     * The vendor did not take it and does not say why.
     *
     * @param code what it answered: 0, or a code that is not documented
     */
    record Refused(long code) implements Subscription {}

    /** Reads the vendor's number: an id, or -1, -2 and 0. */
    static Subscription of(long answer) {
        if (answer > 0) {
            return new Subscribed(RecordId.of(answer));
        }
        if (answer == -1) {
            return new AlreadySubscribed();
        }
        return answer == -2 ? new InvalidEmail() : new Refused(answer);
    }
}
