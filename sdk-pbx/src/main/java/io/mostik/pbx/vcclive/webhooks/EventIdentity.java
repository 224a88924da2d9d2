package io.mostik.pbx.vcclive.webhooks;

import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells whether an event was received before: by its delivery key, where that rests on an id or a time of the event. An
 * event without both is one of its own each time: better handled twice than taken for another one and dropped.
 */
final class EventIdentity {

    private static final JsonCodec JSON = JsonCodec.camelCase();
    private static final Duration TICKET_WINDOW = Duration.ofMinutes(2);

    private EventIdentity() {}

    static String of(VccEvent event) {
        if (event instanceof CallDisposition disposition) {
            return of(disposition);
        }
        if (event instanceof PaymentTransaction payment) {
            return of(payment);
        }
        if (event instanceof ChatEvent chat) {
            return of(chat);
        }
        if (event instanceof UnknownEvent unknown) {
            return of(unknown.content());
        }
        return event instanceof UserEvent user ? of(user) : unique();
    }

    /** There is one message for a chat; a later one with other content is a correction. */
    static String of(ChatEvent event) {
        return DeliveryKey.of("chat", event.projectId().toString(), String.valueOf(JSON.fields(event)));
    }

    /** A ticket may change to and fro, and come with the same words rightly: only soon after it is the same. */
    static String of(TicketEvent event, Instant now) {
        long window = now.getEpochSecond() / TICKET_WINDOW.toSeconds();
        return DeliveryKey.of("ticket", String.valueOf(JSON.fields(event)), Long.toString(window));
    }

    static String of(CallDisposition event) {
        boolean isDistinct = event.uuid().isPresent() || isTime(event.timestamp()) || isTime(event.createTime());
        return isDistinct ? event.deliveryKey() : unique();
    }

    /** A call can have several payments, so its id tells none of them from another one. */
    static String of(PaymentTransaction event) {
        boolean isTransaction = DeliveryKey.transaction(event.payment()).isPresent()
                && event.payment().status().isPresent();
        return isTransaction || isTime(event.timestamp()) ? event.deliveryKey() : unique();
    }

    /** A user is created once, and changed many times. */
    static String of(UserEvent event) {
        boolean isCreation = event.isCreated() && event.current().userId().isPresent();
        return isCreation || isTime(event.timestamp()) ? event.deliveryKey() : unique();
    }

    /** Where an event of unknown shape has its id or its time is inferred from the other events. */
    static String of(Json event) {
        boolean isDistinct =
                event.get("uuid").text().filter(uuid -> !uuid.isBlank()).isPresent()
                        || isTime(event.get("timestamp").text().map(EventTime::of))
                        || isTime(event.get("create_time").text().map(EventTime::of));
        return isDistinct ? DeliveryKey.of("event", String.valueOf(event.value())) : unique();
    }

    private static boolean isTime(Optional<EventTime> time) {
        return time.filter(EventTime::isReadable).isPresent();
    }

    private static String unique() {
        return "vcclive.event." + UUID.randomUUID();
    }
}
