package io.mostik.bridge;

import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionCall;
import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.action.ActionSpec;
import io.mostik.core.Effect;
import io.mostik.core.once.ContentPolicy;
import io.mostik.core.once.IdPolicy;
import io.mostik.core.once.Kind;
import io.mostik.core.once.Once;
import io.mostik.core.once.OnceResult;
import io.mostik.core.once.OnceSteps;
import io.mostik.core.once.OnceWrites;
import io.mostik.core.once.ReadBack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A vendor that counts what it does for each document, and outlives every process; with an action on write records. */
public final class OnceVendor {

    /** How long a sender has, and then how long "not there" is not believed. */
    public static final Duration LEASE = Duration.ofMinutes(1);

    private final Map<String, Integer> books = new ConcurrentHashMap<>();

    /** Returns how often it acted, by document. */
    public Map<String, Integer> books() {
        return Map.copyOf(books);
    }

    /** Returns the action {@code test.act} of one process. */
    public Action action(Once once) {
        return new OnceAction(once.writes(
                Kind.builder("test/act", String.class, Void.class, Integer.class)
                        .ids(IdPolicy.PLAIN)
                        .content(ContentPolicy.STORED)
                        .lease(LEASE)
                        .settling(LEASE)
                        .build(),
                OnceSteps.of(
                        document -> books.merge(document, 1, Integer::sum),
                        document -> books.containsKey(document)
                                ? ReadBack.applied(books.get(document))
                                : ReadBack.notApplied())));
    }

    /** Acts once under the intent's id. */
    private record OnceAction(OnceWrites<String, Void, Integer> writes) implements Action {

        @Override
        public ActionSpec spec() {
            return new ActionSpec(
                    "test.act", "Acts once.", Effect.ONCE, "", Optional.empty(), true, List.of(), List.of(), "");
        }

        @Override
        public ActionResult attempt(ActionCall call) {
            OnceResult<Integer> result = writes.perform(call.id(), call.document());
            if (result instanceof OnceResult.Done<Integer>) {
                return ActionResult.done("acted");
            }
            return result instanceof OnceResult.Unknown<Integer>
                    ? ActionResult.unknown("cannot_tell")
                    : ActionResult.begun("running", Duration.ofMinutes(1));
        }

        @Override
        public Optional<String> subject(Fields fields) {
            return fields.find("card").map(card -> "card:" + card);
        }
    }
}
