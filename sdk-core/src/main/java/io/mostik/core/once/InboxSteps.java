package io.mostik.core.once;

import io.mostik.core.Outcome;
import io.mostik.core.WebhookException;
import io.mostik.core.json.Json;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Handles one event of an inbox: read, then handed to the handler. Whatever is thrown means that it has to be tried again. */
final class InboxSteps<E> implements OnceSteps<Json, Void, Boolean> {

    private final Function<String, E> reader;
    private final BiConsumer<String, ? super E> handler;

    InboxSteps(Function<String, E> reader, BiConsumer<String, ? super E> handler) {
        this.reader = reader;
        this.handler = handler;
    }

    @Override
    public Sent<Boolean> send(Json asked, Optional<Void> before) {
        E event = read(asked);
        String id = asked.get("id").text().orElse("");
        HandlerFailure.guard(() -> handler.accept(id, event));
        return Sent.result(true);
    }

    /** A process that died inside the handler: it runs again. */
    @Override
    public ReadBack<Boolean> readBack(Json asked, Optional<Void> before) {
        return ReadBack.notApplied();
    }

    @Override
    public Outcome outcomeOf(RuntimeException failure) {
        return Outcome.NOT_SENT;
    }

    /** A failure of the SDK that does not pass by itself, which makes a dead letter at once. */
    E read(Json asked) {
        try {
            return reader.apply(asked.get("text").text().orElse(""));
        } catch (RuntimeException e) {
            throw new WebhookException(
                    WebhookException.Reason.UNREADABLE,
                    "a stored event cannot be read: " + e.getClass().getSimpleName());
        }
    }
}
