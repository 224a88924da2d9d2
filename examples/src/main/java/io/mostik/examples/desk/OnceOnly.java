package io.mostik.examples.desk;

import io.mostik.core.StateStore;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Sees to it that what a page asks for is done once, however often the request comes: each carries an id, and the answer
 * to the first is the answer to all. Kept in the store, so that it holds after a restart and over several nodes.
 * Thread-safe.
 */
final class OnceOnly {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Duration KEPT = Duration.ofDays(1);

    private final StateStore store;

    OnceOnly(StateStore store) {
        this.store = store;
    }

    /**
     * Returns the answer to a request, doing it if it is the first with this id.
     *
     * @param id a UUID that the page made up
     * @param what the whole request: an id stands for one and the same
     * @param work never throws
     */
    Reply answer(String id, String what, Supplier<Reply> work) {
        if (!ID.matcher(id).matches()) {
            return Reply.refused(400, "requestId is not a UUID");
        }
        String key = "desk/request/" + id;
        if (!store.replace(key, what, StateStore.ABSENT, Optional.of(KEPT))) {
            return store.find(key)
                    .map(entry -> again(entry.value(), what))
                    .orElseGet(() -> Reply.refused(409, "the request is too old"));
        }
        Reply reply = work.get();
        store.find(key)
                .ifPresent(entry -> store.replace(
                        key, what + "\n" + reply.status() + "\n" + reply.json(), entry.version(), Optional.of(KEPT)));
        return reply;
    }

    private static Reply again(String kept, String what) {
        String[] parts = kept.split("\n", 3);
        if (!parts[0].equals(what)) {
            return Reply.refused(409, "this id was used for another request");
        }
        return parts.length == 3
                ? new Reply(Integer.parseInt(parts[1]), parts[2])
                : Reply.refused(409, "the same request is being handled, or was cut off: look before you ask again");
    }
}
