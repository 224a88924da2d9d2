package io.mostik.salesautopilot.integrations;

import io.mostik.core.SdkException;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.records.ContactRecord;
import io.mostik.salesautopilot.subscribers.SubscribersApi;
import io.mostik.salesautopilot.subscribers.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Signs visitors of a website up: makes the user of its CMS and the record in SalesAutopilot, and links the two.
 *
 * <p>The user is made first. The CMS can refuse a visitor, and a user can be taken back; a letter that went out cannot.
 * The visitor can log in whatever happens to SalesAutopilot then: {@link #catchUp} tells it later. A user who has his
 * record costs no further request.
 *
 * <p>For lists whose unique key is the e-mail address: there a second try after a lost answer finds the record of the
 * first, and the welcome letter goes out once. Thread-safe; needs no store, since the CMS knows who has no record yet.
 *
 * @param <V> a visitor, as the website's form describes him
 */
public final class SiteSignUps<V> {

    private final SubscribersApi subscribers;
    private final FormId signUpForm;
    private final SiteUsers<V> users;

    /**
     * Creates the integration.
     *
     * @param signUpForm a sign-up form of the list, without the reCAPTCHA filter
     */
    public SiteSignUps(SubscribersApi subscribers, FormId signUpForm, SiteUsers<V> users) {
        this.subscribers = Objects.requireNonNull(subscribers, "subscribers");
        this.signUpForm = Objects.requireNonNull(signUpForm, "signUpForm");
        this.users = Objects.requireNonNull(users, "users");
    }

    /** Signs a visitor up. Fails only if the CMS does; what SalesAutopilot does not take now stays open. */
    public SignUp signUp(V visitor) {
        SiteUser user = users.create(visitor);
        return user.record()
                .map(record -> SignUp.of(user, SignUp.State.KNOWN, record))
                .orElseGet(() -> tryToSubscribe(user));
    }

    /**
     * Goes on with users who have no record yet, at most so many. What the vendor refuses of one user is told and left
     * open; a failure that would meet the next one too, such as a wrong key or no way to the vendor, is the last result.
     */
    public List<SignUp> catchUp(int atMost) {
        List<SignUp> results = new ArrayList<>();
        for (SiteUser user : users.unlinked(atMost)) {
            SignUp result = tryToSubscribe(user);
            results.add(result);
            if (result.failure().filter(Failures::meetTheNextToo).isPresent()) {
                return results;
            }
        }
        return results;
    }

    private SignUp tryToSubscribe(SiteUser user) {
        try {
            return subscribe(user);
        } catch (SdkException e) {
            return SignUp.failed(user, e);
        }
    }

    private SignUp subscribe(SiteUser user) {
        Subscription subscription = subscribers.subscribe(signUpForm, user.fields());
        if (subscription instanceof Subscription.Subscribed subscribed) {
            return linked(user, SignUp.State.SUBSCRIBED, subscribed.id());
        }
        if (subscription instanceof Subscription.AlreadySubscribed) {
            return subscribers
                    .findByEmail(user.email())
                    .map(ContactRecord::id)
                    .map(record -> linked(user, SignUp.State.KNOWN, record))
                    .orElseGet(() -> SignUp.without(user, SignUp.State.OPEN));
        }
        if (subscription instanceof Subscription.InvalidEmail) {
            users.emailRefused(user.id());
            return SignUp.without(user, SignUp.State.INVALID_EMAIL);
        }
        return SignUp.without(user, SignUp.State.OPEN);
    }

    private SignUp linked(SiteUser user, SignUp.State state, RecordId record) {
        users.link(user.id(), record);
        return SignUp.of(user, state, record);
    }
}
