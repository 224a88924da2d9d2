package io.mostik.bridge.action.base;

import io.mostik.bridge.Fields;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionCall;
import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.action.ActionSpec;
import io.mostik.bridge.action.FieldType;
import io.mostik.bridge.action.internal.Spec;

/** Puts an event into the feed of the base whose intent it is; its fields are the results. Nothing is sent. */
final class TellBase implements Action {

    private static final ActionSpec SPEC = Spec.of(
                    "base.event", "Tells a base of something: its fields come as results in the feed of events.")
            .repeatable()
            .optional("subject", FieldType.TEXT, "what it is about", "order W-10077")
            .further("field_")
            .build();

    @Override
    public ActionSpec spec() {
        return SPEC;
    }

    @Override
    public ActionResult attempt(ActionCall call) {
        Fields told = Fields.of(call.fields().under("field_"));
        return ActionResult.done(
                "base_event",
                call.fields()
                        .find("subject")
                        .map(subject -> told.with("subject", subject))
                        .orElse(told));
    }
}
