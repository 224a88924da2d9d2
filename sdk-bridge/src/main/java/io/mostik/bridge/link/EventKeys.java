package io.mostik.bridge.link;

import io.mostik.bridge.BridgeNames;
import io.mostik.bridge.text.Sha256;
import io.mostik.bridge.trigger.BridgeEvent;
import java.util.Locale;
import java.util.Optional;

/** Makes the keys under which events count once, and the digests of whom they are about. */
final class EventKeys {

    private static final int LONGEST = 100;

    private EventKeys() {}

    /** Returns the link's own key, in small letters, or what the trigger says; empty if the link's key has no value. */
    static Optional<String> key(Link link, BridgeEvent event) {
        if (link.key().isEmpty()) {
            return Optional.of(fitting(event.id()));
        }
        return link.key()
                .filter(template -> !template.lacks(event.data()))
                .flatMap(template -> template.render(event.data()))
                .map(text -> fitting(text.toLowerCase(Locale.ROOT)));
    }

    /** Returns the digest of whom or what an event is about. */
    static Optional<String> about(Link link, BridgeEvent event) {
        return link.about()
                .flatMap(template -> template.render(event.data()))
                .map(text -> Sha256.hex(text.strip().toLowerCase(Locale.ROOT)));
    }

    /** A key that is too long, or could not be a document, becomes its digest. */
    private static String fitting(String text) {
        if (text.length() <= LONGEST) {
            try {
                return BridgeNames.document(text);
            } catch (IllegalArgumentException e) {
                return Sha256.hex(text);
            }
        }
        return Sha256.hex(text);
    }
}
