package io.mostik.bridge.action.base;

import io.mostik.bridge.Fields;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.ActionProvider;
import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.action.FieldType;
import io.mostik.bridge.action.internal.Spec;
import java.util.List;
import java.util.Optional;

/** Gives {@code base.event} and {@code notice}. Nothing is sent: what they are given is what they result in. */
public final class TellingActions implements ActionProvider {

    /** Creates the provider, for {@link java.util.ServiceLoader}. */
    public TellingActions() {}

    @Override
    public List<Action> actions(ActionContext context) {
        return List.of(event(context), notice(context));
    }

    /** Puts an event into the feed of the base whose intent it is. */
    private static Action event(ActionContext context) {
        return Spec.of("base.event", "Tells a base of something: its fields come as results in the feed of events.")
                .repeatable()
                .optional("subject", FieldType.TEXT, "what it is about", "order W-10077")
                .further("field_")
                .does(context, call -> {
                    Fields told = Fields.of(call.fields().under("field_"));
                    Optional<String> subject = call.fields().find("subject");
                    return ActionResult.done(
                            "base_event",
                            subject.map(about -> told.with("subject", about)).orElse(told));
                });
    }

    /** Tells people of something that no program should decide, such as a dismissal withdrawn after the block. */
    private static Action notice(ActionContext context) {
        return Spec.of("notice", "Tells people of something that no program decides.")
                .repeatable()
                .required("about", FieldType.KEY, "what it is about, such as withdrawn", "withdrawn")
                .optional("subject_document", FieldType.REFERENCE, "the document it is about", "0f6b0c7e-11ee-11ef")
                .optional("text", FieldType.TEXT, "more words", "the dismissal was withdrawn")
                .result("about", FieldType.KEY, "what it is about", "withdrawn")
                .does(context, call -> ActionResult.done("notice", call.fields()));
    }
}
