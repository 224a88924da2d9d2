package io.mostik.salesautopilot.external;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.WebhookException;
import io.mostik.core.webhook.SignatureVerifier;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.salesautopilot.ids.ListId;
import java.time.Duration;
import java.util.function.Function;

/**
 * Receives external actions: JSON, form or multipart, as set up in the vendor's web application, with the user name and
 * password that are set there. Whether the vendor escapes what it fills into a JSON template is not known: where free
 * text is sent along, choose "POST parameters". What cannot be read is answered 400, which its event log shows.
 */
public final class ExternalActions {

    private static final int LARGEST_BODY = 256 * 1024;
    private static final Duration REMEMBERED = Duration.ofDays(7);
    private static final String[] KEY = {"record_id", "updated", "event"};

    private ExternalActions() {}

    /**
     * Returns the text to type into "data to send", in the vendor's web application.
     *
     * @param event a word of your own for what happened: Latin letters, digits, underscores
     * @param list the list of the form
     */
    public static String template(String event, ListId list) {
        if (!event.matches("[A-Za-z0-9_]+")) {
            throw new IllegalArgumentException("event must be Latin letters, digits and underscores");
        }
        return "{\"source\":\"salesautopilot\",\"event\":\"" + event + "\",\"list_id\":\"" + list.value()
                + "\",\"record_id\":\"[id]\",\"email\":\"[email]\",\"order_id\":\"[mssys_shoprenter_id]\","
                + "\"order_status\":\"[mssys_order_status]\",\"updated\":\"[lastupdate]\"}";
    }

    /** Returns a receiver of the actions of any template. */
    public static WebhookReceiver<ExternalAction> receiver(String user, Secret password) {
        return receiver(user, password, action -> action);
    }

    /**
     * Returns a receiver of actions of a template of one's own.
     *
     * @param reader makes an event of an action; may throw {@link io.mostik.core.WebhookException}
     */
    public static <E> WebhookReceiver<E> receiver(String user, Secret password, Function<ExternalAction, E> reader) {
        return WebhookReceiver.of(
                        SignatureVerifier.basic(user, password),
                        request -> reader.apply(ExternalAction.of(ActionBody.read(request))))
                .largestBody(LARGEST_BODY);
    }

    /**
     * Returns a receiver that hands over each action of {@link #template} once, by record, time of change and event, for
     * a week. An action that lacks one of them is refused.
     *
     * @param store where seen actions are kept; nodes should share one
     */
    public static WebhookReceiver<ExternalAction> receiverOnce(String user, Secret password, StateStore store) {
        return receiver(user, password, ExternalActions::keyed).once(action -> action.key(KEY), store, REMEMBERED);
    }

    private static ExternalAction keyed(ExternalAction action) {
        if (action.key(KEY).length() > StateStore.LONGEST_KEY) {
            throw new WebhookException(WebhookException.Reason.UNREADABLE, "record_id, updated and event are too long");
        }
        return action;
    }
}
