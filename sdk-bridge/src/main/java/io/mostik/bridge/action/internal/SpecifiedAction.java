package io.mostik.bridge.action.internal;

import io.mostik.bridge.Fields;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionCall;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.action.ActionSpec;
import java.time.DateTimeException;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * An action put together of its parts. Its connection is looked for first, and its values may be wrong: a connection that is
 * missing is a matter of the settings and waits, a value that is refused before anything is sent is the document's.
 *
 * @param spec name, fields and rules
 * @param context where connections are looked for
 * @param work makes one attempt
 * @param parts what few actions have
 */
record SpecifiedAction(ActionSpec spec, ActionContext context, Function<ActionCall, ActionResult> work, Parts parts)
        implements Action {

    /**
     * What few actions have.
     *
     * @param subject what intents are carried out one at a time for
     * @param resolved takes over what a person found out
     * @param upkeep what has to be done again and again
     */
    record Parts(
            Function<Fields, Optional<String>> subject,
            BiConsumer<ActionCall, Boolean> resolved,
            Optional<Upkeep> upkeep) {

        static final Parts NONE = new Parts(fields -> Optional.empty(), (call, happened) -> {}, Optional.empty());
    }

    @Override
    public ActionResult attempt(ActionCall call) {
        String vendor = spec.vendor();
        if (!vendor.isEmpty() && !context.connections().ofVendor(vendor).contains(call.connection())) {
            return ActionResult.again("connection_missing");
        }
        try {
            return work.apply(call);
        } catch (Refusal e) {
            return e.result();
        } catch (IllegalArgumentException | NoSuchElementException | DateTimeException e) {
            return ActionResult.refused("value_refused");
        }
    }

    @Override
    public void resolved(ActionCall call, boolean happened) {
        parts.resolved().accept(call, happened);
    }

    @Override
    public Optional<String> subject(Fields fields) {
        return parts.subject().apply(fields);
    }

    @Override
    public Optional<Upkeep> upkeep() {
        return parts.upkeep();
    }
}
