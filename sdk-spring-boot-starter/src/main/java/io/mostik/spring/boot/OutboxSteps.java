package io.mostik.spring.boot;

import io.mostik.core.Outcome;
import io.mostik.core.once.HandlerFailure;
import io.mostik.core.once.OnceSteps;
import io.mostik.core.once.ReadBack;
import io.mostik.core.once.Sent;
import java.util.Optional;
import java.util.function.Consumer;

/** Handles a message. Whatever is thrown means that it has to be handled again. */
record OutboxSteps<M>(Consumer<? super M> handler) implements OnceSteps<M, Void, Boolean> {

    @Override
    public Sent<Boolean> send(M message, Optional<Void> before) {
        HandlerFailure.guard(() -> handler.accept(message));
        return Sent.result(true);
    }

    /** A process that died inside the handler: it runs again. */
    @Override
    public ReadBack<Boolean> readBack(M message, Optional<Void> before) {
        return ReadBack.notApplied();
    }

    @Override
    public Outcome outcomeOf(RuntimeException failure) {
        return Outcome.NOT_SENT;
    }
}
