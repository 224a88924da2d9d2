package io.mostik.bridge.trigger;

import io.mostik.bridge.BridgeNames;
import io.mostik.core.webhook.WebhookReceiver;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One address that a vendor posts to.
 *
 * @param connection whose account it is
 * @param path the last part of the address
 * @param triggers what may come from it
 * @param receiver proves and reads requests
 * @param reader makes events of what was read; may ask the vendor, and is tried again if it throws anything but {@link
 *     LeftAlone}
 * @param order the events of one text are handled one after the other; empty for side by side
 * @param wakes the trigger whose feeds are to be read at once; empty for none
 */
record Hook<E>(
        String connection,
        String path,
        List<String> triggers,
        WebhookReceiver<E> receiver,
        Function<E, List<Told>> reader,
        Optional<Function<E, String>> order,
        List<String> wakes) {

    Hook {
        connection = BridgeNames.key("connection", connection);
    }

    String address() {
        return connection + "/" + path;
    }
}
