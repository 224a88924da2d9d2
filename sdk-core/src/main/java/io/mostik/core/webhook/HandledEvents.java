package io.mostik.core.webhook;

import io.mostik.core.Outcome;
import io.mostik.core.once.ContentPolicy;
import io.mostik.core.once.HandlerFailure;
import io.mostik.core.once.IdPolicy;
import io.mostik.core.once.Kind;
import io.mostik.core.once.Once;
import io.mostik.core.once.OnceResult;
import io.mostik.core.once.OnceSteps;
import io.mostik.core.once.OnceWrites;
import io.mostik.core.once.ReadBack;
import io.mostik.core.once.Sent;
import java.time.Duration;
import java.util.Optional;

/** Remembers the events of one receiver that were handled. */
final class HandledEvents {

    static final Duration LEASE = Duration.ofSeconds(10);

    private final OnceWrites<Runnable, Void, Boolean> writes;

    private HandledEvents(OnceWrites<Runnable, Void, Boolean> writes) {
        this.writes = writes;
    }

    static HandledEvents over(Once once, String name, Duration keep, Duration lease) {
        Kind<Runnable, Void, Boolean> kind = Kind.builder("webhook/" + name, Runnable.class, Void.class, Boolean.class)
                .ids(IdPolicy.PLAIN)
                .content(ContentPolicy.IGNORED)
                .lease(lease)
                .settling(Duration.ZERO)
                .keep(keep)
                .renewed()
                .build();
        return new HandledEvents(once.writes(kind, new Steps()));
    }

    OnceResult<Boolean> handle(String id, Runnable handler) {
        return writes.perform(id, handler);
    }

    /** Whatever the handler throws, the event counts as not handled: the sender's next try runs it again. */
    private static final class Steps implements OnceSteps<Runnable, Void, Boolean> {

        @Override
        public Sent<Boolean> send(Runnable handler, Optional<Void> before) {
            HandlerFailure.guard(handler);
            return Sent.result(true);
        }

        @Override
        public ReadBack<Boolean> readBack(Runnable handler, Optional<Void> before) {
            return ReadBack.notApplied();
        }

        @Override
        public Outcome outcomeOf(RuntimeException failure) {
            return Outcome.NOT_SENT;
        }
    }
}
