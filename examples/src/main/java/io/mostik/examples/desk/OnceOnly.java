package io.mostik.examples.desk;

import io.mostik.core.StateStore;
import io.mostik.core.once.Attempt;
import io.mostik.core.once.ContentPolicy;
import io.mostik.core.once.IdPolicy;
import io.mostik.core.once.KeyReuseException;
import io.mostik.core.once.Kind;
import io.mostik.core.once.Once;
import io.mostik.core.once.OnceResult;
import io.mostik.core.once.OnceSteps;
import io.mostik.core.once.OnceWrites;
import io.mostik.core.once.ReadBack;
import io.mostik.core.once.Sent;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Executes each request of a page once, however often it arrives: each carries an id, and the answer
 * to the first is the answer to all. Kept in the store, so that it holds after a restart and over several nodes.
 * Thread-safe.
 */
final class OnceOnly {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Kind<String, Void, Reply> REQUEST = Kind.builder(
                    "desk/request", String.class, Void.class, Reply.class)
            .ids(IdPolicy.PLAIN)
            .content(ContentPolicy.DIGESTED)
            .lease(Duration.ofMinutes(10))
            .keep(Duration.ofDays(1))
            .build();

    private final OnceWrites<String, Void, Reply> requests;

    OnceOnly(StateStore store) {
        this.requests = Once.over(store).writes(REQUEST, OnceSteps.of(OnceOnly::notHere, what -> ReadBack.unknown()));
    }

    /** The work is done between the beginning and the end of an attempt. */
    private static Reply notHere(String what) {
        throw new UnsupportedOperationException("a request is done by answer(): " + what.length() + " characters");
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
        Attempt<String, Void, Reply> attempt;
        try {
            attempt = requests.begin(id, what);
        } catch (KeyReuseException e) {
            return Reply.refused(409, "this id was used for another request");
        }
        OnceResult<Reply> result = attempt.known().orElseGet(() -> attempt.done(Sent.result(work.get())));
        Optional<Reply> known = result instanceof OnceResult.Done<Reply> done ? done.result() : Optional.empty();
        return known.orElseGet(() ->
                Reply.refused(409, "the same request is being handled, or was cut off: look before you ask again"));
    }
}
