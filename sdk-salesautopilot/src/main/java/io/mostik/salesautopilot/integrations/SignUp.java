package io.mostik.salesautopilot.integrations;

import io.mostik.core.SdkException;
import io.mostik.salesautopilot.ids.RecordId;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of a sign-up on a website.
 *
 * @param user the website's own id of the user
 * @param state how far it has come
 * @param record his record, if he has one
 * @param failure why it is {@link State#OPEN}, where a call has failed
 */
public record SignUp(String user, State state, Optional<RecordId> record, Optional<SdkException> failure) {

    /** Refuses missing parts. */
    public SignUp {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(failure, "failure");
    }

    /** How far a sign-up has come. */
    public enum State {
        /** The record is new, and the form's letters go out to it. */
        SUBSCRIBED,
        /** The record was there: from before, or from an earlier try whose answer was lost. No letter goes out now. */
        KNOWN,
        /** The e-mail address is malformed; the website was told. */
        INVALID_EMAIL,
        /** The user is there, the record is not, or not for sure: {@link SiteSignUps#catchUp} goes on with it. */
        OPEN
    }

    static SignUp of(SiteUser user, State state, RecordId record) {
        return new SignUp(user.id(), state, Optional.of(record), Optional.empty());
    }

    static SignUp without(SiteUser user, State state) {
        return new SignUp(user.id(), state, Optional.empty(), Optional.empty());
    }

    static SignUp failed(SiteUser user, SdkException failure) {
        return new SignUp(user.id(), State.OPEN, Optional.empty(), Optional.of(failure));
    }
}
