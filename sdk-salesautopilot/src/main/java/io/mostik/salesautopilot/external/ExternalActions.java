package io.mostik.salesautopilot.external;

import io.mostik.core.Secret;
import io.mostik.core.WebhookException;
import io.mostik.core.webhook.AddressRanges;
import io.mostik.core.webhook.WebhookAuthentication;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.salesautopilot.ids.ListId;
import java.util.Optional;
import java.util.function.Function;

/**
 * Receives external actions: JSON, form or multipart, as set up in the vendor's web application, with the user name and
 * password that are set there. Whether the vendor escapes what it fills into a JSON template is not known: where free
 * text is sent along, choose "POST parameters". What cannot be read is answered 400, which its event log shows.
 *
 * <pre>{@code
 * WebhookReceiver<ExternalAction> receiver = ExternalActions.builder().basic("hook", password).build();
 * Inbox<ExternalAction> inbox = receiver.inbox(once).open(action -> crm.note(action)).start(executor);
 * }</pre>
 *
 * <p>Whether the vendor repeats an action that failed is not known: store it in an inbox. Actions of {@link #template} are
 * told apart by record, time of change and event; one that lacks one of them is refused, but a time that is empty, as after a
 * sign-up, is taken for "never changed".
 */
public final class ExternalActions {

    private static final int LARGEST_BODY = 256 * 1024;

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

    /** Returns a builder; user name and password are required. */
    public static Builder builder() {
        return new Builder();
    }

    /** A record that was never changed since its sign-up may come with an empty time of change, or with a zero date. */
    private static String identity(ExternalAction action) {
        String updated = action.values().get("updated");
        if (updated == null || ExternalAction.isCode(updated)) {
            throw new WebhookException(WebhookException.Reason.UNREADABLE, "the template lacks updated");
        }
        return updated.isBlank()
                ? action.key("record_id", "event") + "/unchanged"
                : action.key("record_id", "updated", "event");
    }

    /** Collects how actions are proven. */
    public static final class Builder {

        private String name = "salesautopilot";
        private Optional<WebhookAuthentication> authentication = Optional.empty();
        private Optional<AddressRanges> senders = Optional.empty();

        private Builder() {}

        /** Sets user name and password, as set in the vendor's web application. Required. */
        public Builder basic(String user, Secret password) {
            authentication = Optional.of(WebhookAuthentication.basic(user, password));
            return this;
        }

        /** Takes actions from these addresses only; from all by default, since the vendor does not publish its own. */
        public Builder onlyFrom(AddressRanges addresses) {
            senders = Optional.of(addresses);
            return this;
        }

        /** Sets the name under which actions are remembered; {@code salesautopilot} by default. */
        public Builder name(String value) {
            name = value;
            return this;
        }

        /**
         * Returns the receiver of the actions of any template.
         *
         * @throws IllegalArgumentException if user name and password are missing
         */
        public WebhookReceiver<ExternalAction> build() {
            return build(action -> action).identity(ExternalActions::identity);
        }

        /**
         * Returns the receiver of actions of your own template. To remember them, it needs an identity.
         *
         * @param reader makes an event of an action; may throw {@link io.mostik.core.WebhookException}
         * @throws IllegalArgumentException if user name and password are missing
         */
        public <E> WebhookReceiver<E> build(Function<ExternalAction, E> reader) {
            WebhookAuthentication basic = authentication.orElseThrow(
                    () -> new IllegalArgumentException("basic is missing: user name and password"));
            return WebhookReceiver.of(
                            name,
                            senders.map(basic::onlyFrom).orElse(basic),
                            request -> reader.apply(ExternalAction.of(ActionBody.read(request))))
                    .largestBody(LARGEST_BODY);
        }
    }
}
