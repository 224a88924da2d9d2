package io.mostik.bridge.action.base;

import io.mostik.bridge.Fields;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionCall;
import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.action.ActionSpec;
import io.mostik.bridge.action.FieldType;
import io.mostik.bridge.action.internal.Spec;

/** Tells people of something that no program should decide, such as a dismissal that was withdrawn after the block. */
final class Notice implements Action {

    private static final ActionSpec SPEC = Spec.of("notice", "Tells people of something that no program decides.")
            .repeatable()
            .required("about", FieldType.KEY, "what it is about, such as withdrawn", "withdrawn")
            .optional("subject_document", FieldType.REFERENCE, "the document it is about", "0f6b0c7e-11ee-11ef")
            .optional("text", FieldType.TEXT, "more words", "the dismissal was withdrawn")
            .result("about", FieldType.KEY, "what it is about", "withdrawn")
            .build();

    @Override
    public ActionSpec spec() {
        return SPEC;
    }

    @Override
    public ActionResult attempt(ActionCall call) {
        return ActionResult.done("notice", Fields.of(call.fields().asMap()));
    }
}
