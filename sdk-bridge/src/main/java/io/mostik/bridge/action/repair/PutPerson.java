package io.mostik.bridge.action.repair;

import io.mostik.bridge.Fields;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionCall;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.action.ActionSpec;
import io.mostik.bridge.action.FieldType;
import io.mostik.bridge.action.internal.IntentWrites;
import io.mostik.bridge.action.internal.Spec;
import java.util.Optional;

/** Makes a person, or changes what differs in the one who has the phone; where several have it, a person has to choose. */
final class PutPerson implements Action {

    static final String FIRST_NAME = "first_name";
    static final String LAST_NAME = "last_name";
    static final String EMAIL = "email";
    static final String NOTES = "notes";

    private static final ActionSpec SPEC = Spec.of(
                    "ro.person.put", "Makes a person in RemOnline, or changes what differs in the one with this phone.")
            .vendor(RepairActions.VENDOR)
            .required(RepairFields.PHONE, FieldType.PHONE, "phone by which the person is known", "+36301112233")
            .required(FIRST_NAME, FieldType.TEXT, "first name", "Nóra")
            .optional(LAST_NAME, FieldType.TEXT, "last name", "Kiss")
            .optional(EMAIL, FieldType.EMAIL, "e-mail", "nora@example.hu")
            .optional(NOTES, FieldType.TEXT, "notes", "prefers mornings")
            .result("person", FieldType.NUMBER, "id of the person", "500")
            .build();

    private final IntentWrites<PersonBefore, Long> writes;

    PutPerson(ActionContext context) {
        this.writes = IntentWrites.of(
                context,
                new IntentWrites.Form<>(SPEC.name(), PersonBefore.class, Long.class, RepairActions.LONGEST),
                new PersonSteps(context));
    }

    @Override
    public ActionSpec spec() {
        return SPEC;
    }

    @Override
    public Optional<String> subject(Fields fields) {
        return RepairFields.phoneSubject(fields);
    }

    @Override
    public ActionResult attempt(ActionCall call) {
        try {
            return writes.attempt(
                    call,
                    id -> ActionResult.done(
                            "person_put",
                            id.map(person -> Fields.of("person", Long.toString(person)))
                                    .orElse(Fields.none())));
        } catch (SeveralPeopleException e) {
            return ActionResult.refused("several_people");
        }
    }
}
