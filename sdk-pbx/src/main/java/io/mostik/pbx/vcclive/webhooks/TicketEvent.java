package io.mostik.pbx.vcclive.webhooks;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import org.immutables.value.Value;

/**
 * A ticket was made, changed or deleted. The vendor sends neither an id nor a time of the event: an event counts as sent
 * again if an equal one came within the same two minutes, and otherwise it is another change. Set what it says; do not count
 * events.
 *
 * @see <a href="https://vcc.live/developers/webhook/async-webhook-requests/ticket-status-webhook">the vendor's page</a>
 */
@Value.Immutable
@JsonDeserialize(builder = TicketEvent.Builder.class)
public non-sealed interface TicketEvent extends VccEvent, Model {

    /** Returns what happened. */
    TicketAction action();

    /** Returns the ticket, as far as it changed. */
    Ticket ticket();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an event. */
    final class Builder extends ImmutableTicketEvent.Builder {
        Builder() {}
    }
}
