package io.mostik.bridge;

import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionCall;
import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.action.ActionSpec;
import io.mostik.core.Effect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** An action that does what a test says, and notes its calls. Its subject is the field {@code card}. */
public final class TestAction implements Action {

    private final ActionSpec spec;
    private final Function<ActionCall, ActionResult> does;
    private final Queue<ActionCall> calls = new ConcurrentLinkedQueue<>();

    /** Creates an action. */
    public TestAction(
            String name, Optional<Duration> validFor, boolean holds, Function<ActionCall, ActionResult> does) {
        this.spec = new ActionSpec(
                name, "Does what a test says.", Effect.ONCE, "", validFor, holds, List.of(), List.of(), "");
        this.does = does;
    }

    /** Returns one that is valid for ever and holds its subject. */
    public static TestAction of(Function<ActionCall, ActionResult> does) {
        return new TestAction("test.act", Optional.empty(), true, does);
    }

    /** Returns the calls so far. */
    public List<ActionCall> calls() {
        return List.copyOf(calls);
    }

    @Override
    public ActionSpec spec() {
        return spec;
    }

    @Override
    public ActionResult attempt(ActionCall call) {
        calls.add(call);
        return does.apply(call);
    }

    @Override
    public Optional<String> subject(Fields fields) {
        return fields.find("card").map(card -> "card:" + card);
    }
}
