package io.mostik.bridge.action.internal;

import io.mostik.bridge.Fields;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionCall;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.action.ActionSpec;
import java.time.DateTimeException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * An action whose connection is looked for first, and whose values may be wrong: a connection that is missing is a matter
 * of the settings and waits, a value that the action refuses before anything is sent is the document's.
 *
 * @param action the action
 * @param context where connections are looked for
 */
public record CheckedAction(Action action, ActionContext context) implements Action {

    @Override
    public ActionSpec spec() {
        return action.spec();
    }

    @Override
    public ActionResult attempt(ActionCall call) {
        String vendor = spec().vendor();
        if (!vendor.isEmpty() && !context.connections().ofVendor(vendor).contains(call.connection())) {
            return ActionResult.again("connection_missing");
        }
        try {
            return action.attempt(call);
        } catch (IllegalArgumentException | NoSuchElementException | DateTimeException e) {
            return ActionResult.refused("value_refused");
        }
    }

    @Override
    public void resolved(ActionCall call, boolean happened) {
        action.resolved(call, happened);
    }

    @Override
    public Optional<String> subject(Fields fields) {
        return action.subject(fields);
    }

    @Override
    public Optional<Upkeep> upkeep() {
        return action.upkeep();
    }

    /** Returns actions with these checks before each. */
    public static List<Action> all(ActionContext context, Action... actions) {
        return List.of(actions).stream()
                .map(action -> (Action) new CheckedAction(action, context))
                .toList();
    }
}
